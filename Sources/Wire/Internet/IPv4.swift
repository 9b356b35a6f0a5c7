import NetTypes

// IPv4 (RFC 791).
extension Descent {
    private enum Field {
        static let versionAndLength = 0
        static let totalLength = 2
        static let identification = 4
        static let flagsAndOffset = 6
        static let transport = 9
        static let source = 12
        static let destination = 16
        static let length = 20
    }

    private static let moreFragments: UInt16 = 0x2000
    private static let offsetMask: UInt16 = 0x1fff

    mutating func ipv4(_ bytes: Span<UInt8>) -> Layer {
        guard holds(1) else { return cut() }
        let versionAndLength = bytes[at + Field.versionAndLength]
        guard versionAndLength >> 4 == 4 else { return otherVersion(versionAndLength >> 4) }
        guard holds(Field.length) else { return cut() }
        let header = bytes.extracting(at..<(at + Field.length))
        beginNetworkHeader()

        let headerLength = Int(versionAndLength & 0x0f) * 4
        let totalLength = Int(header.uint16(Field.totalLength))
        guard headerLength >= Field.length && (totalLength >= headerLength || totalLength == 0) else {
            return .broken(.ipv4HeaderLength)
        }
        bound(to: totalLength)
        guard holds(headerLength) else { return cut() }

        packet.source = IPAddress(ipv4: header.uint32(Field.source))
        packet.destination = IPAddress(ipv4: header.uint32(Field.destination))
        sourceSum = InternetChecksum.sum(packet.source)
        destinationSum = InternetChecksum.sum(packet.destination)
        if limits.verifyChecksums
            && InternetChecksum.sum(bytes.extracting(at..<(at + headerLength))) != InternetChecksum.valid
        {
            packet.anomalies.insert(.ipv4Checksum)
        }
        if headerLength > Field.length {
            ipv4Options(bytes.extracting((at + Field.length)..<(at + headerLength)))
        }

        at += headerLength
        let place = header.uint16(Field.flagsAndOffset)
        if place & (Self.moreFragments | Self.offsetMask) != 0 {
            setFragment(place, UInt32(header.uint16(Field.identification)), header[Field.transport])
            return .packet
        }
        return layer(of: header[Field.transport])
    }

    /// Bounds the packet to its total length. Zero stands for a length beyond 65,535 (segmentation offload,
    /// also called BIG TCP): it goes to the end of the frame.
    private mutating func bound(to totalLength: Int) {
        if totalLength != 0 && !narrow(to: totalLength) {
            packet.anomalies.insert(.ipLengthBeyondFrame)
            isWhole = false
        }
        if missing > 0 {
            packet.anomalies.insert(.snapped)
            isWhole = false
        }
    }

    private mutating func setFragment(_ place: UInt16, _ identification: UInt32, _ transport: UInt8) {
        packet.transport = TransportProtocol(rawValue: transport)
        packet.fragment = Fragment(
            identification: identification, offset: Int(place & Self.offsetMask) * 8,
            moreFollow: place & Self.moreFragments != 0)
        packet.networkHeader = networkStart..<at
        setPayload()
    }
}
