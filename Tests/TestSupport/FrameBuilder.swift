import NetTypes

/// Builds Ethernet frames around IP packets.
public struct FrameBuilder: Equatable, Sendable {
    /// The sender's hardware address, 6 bytes.
    public var source: [UInt8]
    /// The receiver's hardware address, 6 bytes.
    public var destination: [UInt8]
    /// VLAN identifiers (12 bits), outermost first; two or more make the outer tags 802.1ad.
    public var vlans: [UInt16]
    /// Fills short frames with zeroes up to 60 bytes, as an Ethernet card does.
    public var pads = false

    /// A builder between two locally administered hardware addresses.
    public init(
        source: [UInt8] = [0x02, 0, 0, 0, 0, 0x01], destination: [UInt8] = [0x02, 0, 0, 0, 0, 0x02],
        vlans: [UInt16] = []
    ) {
        precondition(source.count == 6 && destination.count == 6, "a hardware address has 6 bytes")
        self.source = source
        self.destination = destination
        self.vlans = vlans
    }

    /// The same builder with the two hardware addresses exchanged.
    public var reversed: FrameBuilder {
        var copy = self
        copy.source = destination
        copy.destination = source
        return copy
    }

    /// The frame around an IP packet; the version nibble chooses the EtherType.
    public func frame(_ packet: [UInt8]) -> [UInt8] {
        frame(packet, etherType: packet.first.map { $0 >> 4 } == 6 ? 0x86dd : 0x0800)
    }

    /// The frame around a payload of any EtherType.
    public func frame(_ payload: [UInt8], etherType: UInt16) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(14 + 4 * vlans.count + payload.count)
        bytes += destination
        bytes += source
        for (index, identifier) in vlans.enumerated() {
            bytes.append(bigEndian: index + 1 < vlans.count ? UInt16(0x88a8) : 0x8100)
            bytes.append(bigEndian: identifier & 0xfff)
        }
        bytes.append(bigEndian: etherType)
        bytes += payload
        if pads, bytes.count < 60 { bytes += [UInt8](repeating: 0, count: 60 - bytes.count) }
        return bytes
    }
}
