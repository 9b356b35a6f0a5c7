/// The 20 bytes that a Community ID (version 1) is the Base64 text of: the SHA-1 of a flow's ends.
public struct CommunityDigest: Hashable, Comparable, Sendable {
    /// Bytes of a digest.
    public static let length = 20

    private let high: UInt64
    private let middle: UInt64
    private let low: UInt32

    /// A digest from its bytes; nil when there are not 20.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        self.init(bytes.span, at: 0)
    }

    /// The digest at an offset, where 20 bytes must be.
    init(_ bytes: Span<UInt8>, at offset: Int) {
        high = ByteOrder.big.uint64(bytes, at: offset)
        middle = ByteOrder.big.uint64(bytes, at: offset + 8)
        low = ByteOrder.big.uint32(bytes, at: offset + 16)
    }

    /// The digest in the text of a Community ID: `1:`, then 27 characters of Base64 and one `=`; nil for others.
    public init?(text: String) {
        let characters = Array(text.utf8)
        guard characters.count == 30, characters.starts(with: "1:".utf8), characters[29] == UInt8(ascii: "=")
        else { return nil }
        var bytes: [UInt8] = []
        var word: UInt32 = 0
        for (place, character) in characters[2...].enumerated() {
            guard let six = place == 27 ? 0 : Self.value(of: character) else { return nil }
            word = word << 6 | six
            if place & 3 == 3 {
                for shift: UInt32 in [16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
                word = 0
            }
        }
        // The two bits after the last byte belong to nothing and are zero.
        guard bytes.removeLast() == 0 else { return nil }
        self.init(bytes)
    }

    /// Appends the 20 bytes.
    func write(to bytes: inout [UInt8]) {
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: high >> shift))
        }
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: middle >> shift))
        }
        for shift in stride(from: UInt32(24), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: low >> shift))
        }
    }

    /// By the order of the bytes.
    public static func < (left: CommunityDigest, right: CommunityDigest) -> Bool {
        (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
    }

    private static func value(of character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character) + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
