// Linux cooked capture, versions 1 and 2 (link types 113 and 276): what `any` and tunnels give instead of
// their own link header.
extension Descent {
    private enum Field {
        static let type = 14
        static let length = 16
        static let type2 = 0
        static let length2 = 20
    }

    /// Below the EtherTypes, the kernel's own numbers: this one is an 802.2 header.
    private static let llc: UInt16 = 4

    mutating func linuxCooked(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length) else { return cut() }
        let type = bytes.extracting(at..<(at + Field.length)).uint16(Field.type)
        at += Field.length
        return type == Self.llc ? .llc : EtherType.layer(of: type)
    }

    mutating func linuxCooked2(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length2) else { return cut() }
        let type = bytes.extracting(at..<(at + Field.length2)).uint16(Field.type2)
        at += Field.length2
        return type == Self.llc ? .llc : EtherType.layer(of: type)
    }
}
