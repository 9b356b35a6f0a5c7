import NetTypes

extension LinkType {
    private static let known: [LinkType] = [
        .ethernet, .null, .ppp, .rawBSD, .rawOpenBSD, .pppHDLC, .pppEthernet, .raw, .ciscoHDLC, .wireless,
        .loop, .linuxCooked, .radiotap, .ipv4, .ipv6, .ipOverInfiniBand, .linuxCooked2,
    ]
    /// The byte for the one known type whose number does not fit into a byte.
    private static let cooked2: UInt8 = 255
    /// The byte for a type that nobody knows.
    private static let stranger: UInt8 = 254

    /// The link type of a byte: its own number where that is a known one, so that real frames keep theirs,
    /// and some known one elsewhere, so that few inputs are wasted.
    public static func fuzzed(_ byte: UInt8) -> LinkType {
        if byte == cooked2 { return .linuxCooked2 }
        let literal = LinkType(rawValue: UInt16(byte))
        return byte == stranger || known.contains(literal) ? literal : known[Int(byte) % known.count]
    }
}
