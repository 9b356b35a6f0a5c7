import NetTypes

/// Builds IP packets of either version, with checksums that are right.
public struct PacketBuilder: Sendable {
    /// The sender.
    public var source: IPAddress
    /// The receiver, of the same version.
    public var destination: IPAddress
    /// IPv4's identification field (the low 16 bits count).
    public var identification: UInt32 = 0
    /// Time to live, or hop limit.
    public var hopLimit: UInt8 = 64
    /// Sets IPv4's don't-fragment bit.
    public var dontFragment = false
    /// IPv4 options as they stand in the header, at most 40 bytes; padded with zeroes to whole words.
    public var options: [UInt8] = []
    /// IPv6 extension headers, in order: the number of each, and its body after the two bytes of next header and
    /// length (so a body has 6, 14, 22, … bytes).
    public var extensionHeaders: [(number: UInt8, body: [UInt8])] = []

    /// A builder between two addresses of one version.
    public init(source: IPAddress, destination: IPAddress) {
        precondition(source.isIPv6 == destination.isIPv6, "both addresses must have one version")
        self.source = source
        self.destination = destination
    }

    /// A packet with a TCP segment.
    public func tcp(_ segment: TCPSegment) -> [UInt8] {
        packet(.tcp, checksummed(segment.bytes, as: .tcp, fieldAt: 16))
    }

    /// A packet with a UDP datagram (RFC 768).
    public func udp(from sourcePort: UInt16, to destinationPort: UInt16, _ payload: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(bigEndian: sourcePort)
        bytes.append(bigEndian: destinationPort)
        bytes.append(bigEndian: UInt16(8 + payload.count))
        bytes.append(bigEndian: UInt16(0))
        bytes += payload
        var whole = checksummed(bytes, as: .udp, fieldAt: 6)
        if whole[6] == 0, whole[7] == 0 { whole.put(bigEndian: 0xffff, at: 6) }
        return packet(.udp, whole)
    }

    /// A packet with an ICMP or ICMPv6 message: type, code, the four bytes after the checksum, and the rest.
    public func icmp(type: UInt8, code: UInt8, rest: UInt32 = 0, _ payload: [UInt8] = []) -> [UInt8] {
        var bytes: [UInt8] = [type, code, 0, 0]
        bytes.append(bigEndian: rest)
        bytes += payload
        if source.isIPv6 { return packet(.icmpv6, checksummed(bytes, as: .icmpv6, fieldAt: 2)) }
        bytes.put(bigEndian: InternetChecksum.field(InternetChecksum.sum(bytes)), at: 2)
        return packet(.icmp, bytes)
    }

    /// A packet with a payload of any protocol, taken as it is.
    public func packet(_ transport: TransportProtocol, _ payload: [UInt8]) -> [UInt8] {
        source.isIPv6 ? ipv6(transport, payload) : ipv4(transport, payload)
    }

    /// The payload with its checksum over the pseudo header (RFC 9293 section 3.1, RFC 8200 section 8.1).
    private func checksummed(_ payload: [UInt8], as transport: TransportProtocol, fieldAt offset: Int)
        -> [UInt8]
    {
        var pseudo = source.bytes + destination.bytes
        pseudo.append(bigEndian: UInt32(payload.count))
        pseudo.append(bigEndian: UInt32(transport.rawValue))
        var whole = payload
        let sum = InternetChecksum.sum(payload, from: InternetChecksum.sum(pseudo))
        whole.put(bigEndian: InternetChecksum.field(sum), at: offset)
        return whole
    }

    private func ipv4(_ transport: TransportProtocol, _ payload: [UInt8]) -> [UInt8] {
        let padding = (4 - options.count % 4) % 4
        let headerLength = 20 + options.count + padding
        precondition(headerLength <= 60 && headerLength + payload.count <= 65535, "the packet is too long")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(headerLength + payload.count)
        bytes.append(0x40 | UInt8(headerLength / 4))
        bytes.append(0)
        bytes.append(bigEndian: UInt16(headerLength + payload.count))
        bytes.append(bigEndian: UInt16(truncatingIfNeeded: identification))
        bytes.append(bigEndian: dontFragment ? UInt16(0x4000) : 0)
        bytes.append(hopLimit)
        bytes.append(transport.rawValue)
        bytes.append(bigEndian: UInt16(0))
        bytes += source.bytes
        bytes += destination.bytes
        bytes += options
        bytes += [UInt8](repeating: 0, count: padding)
        bytes.put(bigEndian: InternetChecksum.field(InternetChecksum.sum(bytes)), at: 10)
        bytes += payload
        return bytes
    }

    private func ipv6(_ transport: TransportProtocol, _ payload: [UInt8]) -> [UInt8] {
        var extensions: [UInt8] = []
        for (index, header) in extensionHeaders.enumerated() {
            let following = index + 1 < extensionHeaders.count ? extensionHeaders[index + 1].number : nil
            precondition((header.body.count + 2) % 8 == 0, "an extension header has a multiple of 8 bytes")
            extensions += [following ?? transport.rawValue, UInt8((header.body.count + 2) / 8 - 1)]
            extensions += header.body
        }
        precondition(extensions.count + payload.count <= 65535, "the packet is too long")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(40 + extensions.count + payload.count)
        bytes.append(bigEndian: UInt32(0x6000_0000))
        bytes.append(bigEndian: UInt16(extensions.count + payload.count))
        bytes.append(extensionHeaders.first?.number ?? transport.rawValue)
        bytes.append(hopLimit)
        bytes += source.bytes
        bytes += destination.bytes
        bytes += extensions
        bytes += payload
        return bytes
    }
}
