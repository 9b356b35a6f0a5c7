// Ethernet II and IEEE 802.3, and Cisco FabricPath, which puts a header of the same form before a whole
// frame.
extension Descent {
    private enum Field {
        static let type = 12
        static let length = 14
        static let fabricPathTag = 2
    }

    mutating func ethernet(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length) else { return cut() }
        let type = bytes.extracting(at..<(at + Field.length)).uint16(Field.type)
        at += Field.length
        return typeOrLength(type)
    }

    /// What follows a field that is an EtherType or, below 0x0600, the length of an 802.3 frame.
    mutating func typeOrLength(_ value: UInt16) -> Layer {
        guard value < EtherType.lowest else { return EtherType.layer(of: value) }
        // A length that the frame does not have bounds nothing; IP has lengths of its own.
        _ = narrow(to: Int(value))
        return .llc
    }

    /// The outer header was read as Ethernet; of its 16 bytes the tree number and the hop limit are left.
    mutating func fabricPath() -> Layer {
        guard holds(Field.fabricPathTag) else { return cut() }
        at += Field.fabricPathTag
        return .ethernet
    }
}
