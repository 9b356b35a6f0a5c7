/// Something that is plain to see in bytes, of which a rule's condition needs one of several.
enum Trigger: Hashable, Sendable {
    /// These bytes somewhere; letters of ASCII in either case where `ignoresCase`.
    case literal([UInt8], ignoresCase: Bool)
    /// These bytes at the beginning.
    case prefix([UInt8])

    /// How seldom it is in ordinary traffic, roughly in bits: of two that a rule needs, the greater is looked for.
    var rarity: Int {
        switch self {
        case .literal(let bytes, let ignoresCase): Self.rarity(of: bytes[...], ignoresCase: ignoresCase)
        case .prefix(let bytes): min(Self.prefixRarity, 8 * bytes.count)
        }
    }

    /// A file of the right type is far more likely than its first bytes are by chance.
    private static let prefixRarity = 20

    /// Text is repetitive, and zeros and ones fill the gaps of binary files.
    static func rarity(of bytes: ArraySlice<UInt8>, ignoresCase: Bool) -> Int {
        var bits = 0
        var previous: UInt8?
        for byte in bytes {
            bits += byte == previous ? 1 : weight(of: byte, ignoresCase: ignoresCase)
            previous = byte
        }
        return bits
    }

    private static func weight(of byte: UInt8, ignoresCase: Bool) -> Int {
        switch byte {
        case 0, 0xff: 1
        case UInt8(ascii: " "), UInt8(ascii: "e"), UInt8(ascii: "t"), UInt8(ascii: "a"): 3
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): ignoresCase ? 4 : 5
        case 0x20..<0x7f, UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: "\t"): 4
        default: 6
        }
    }
}
