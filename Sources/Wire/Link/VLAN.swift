import NetTypes

// VLAN tags (IEEE 802.1Q, 802.1ad, and the 0x9100 of old stacked tags).
extension Descent {
    private enum Field {
        static let tag = 0
        static let type = 2
        static let length = 4
    }

    mutating func vlan(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length) else { return cut() }
        let header = bytes.extracting(at..<(at + Field.length))
        packet.vlans.push(header.uint16(Field.tag))
        at += Field.length
        return typeOrLength(header.uint16(Field.type))
    }
}
