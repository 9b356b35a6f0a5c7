/// The hash of a key in the table of a set: words are multiplied and folded, one after the other. Its seed is the set's
/// own, so that nobody who writes a list can choose keys that meet.
struct IndicatorHash {
    /// The hash of what was added.
    private(set) var value: UInt64

    private static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15

    /// A hash of nothing but the kind of key.
    init(_ seed: UInt64, _ kind: IndicatorKind) {
        value = seed ^ UInt64(kind.rawValue) &* Self.factor
    }

    /// Adds a word.
    @inline(__always)
    mutating func add(_ word: UInt64) {
        let product = (value ^ word &+ Self.factor).multipliedFullWidth(by: Self.factor)
        value = product.high ^ product.low
    }

    /// Adds bytes: words of eight, the rest, and the length.
    mutating func add(_ bytes: ArraySlice<UInt8>) {
        var word: UInt64 = 0
        var filled = 0
        for byte in bytes {
            word = word << 8 | UInt64(byte)
            filled += 1
            if filled == 8 {
                add(word)
                (word, filled) = (0, 0)
            }
        }
        add(word)
        add(UInt64(bytes.count))
    }
}
