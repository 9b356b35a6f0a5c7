import NetTypes

/// Permutations of numbers under a key, one for each context: a Feistel network of ten rounds whose round function is
/// AES, walked until it comes out among the numbers that are allowed.
///
/// It is for replacing, not for keeping secrets: that nobody undoes it rests on the key being thrown away.
struct KeyedPermutation: Sendable {
    private static let rounds: UInt8 = 10
    /// Steps of a walk. One that is longer than this does not happen: allowed numbers are never rarer than one in a hundred.
    private static let longestWalk = 1 << 16

    private let key: [UInt8]

    /// Permutations under a key, of which 16 bytes count.
    init(key: [UInt8]) {
        self.key = Array(key.prefix(AES128.size))
    }

    /// The number that takes the place of `number` among those of `bits` (an even count, up to 48) that are allowed.
    ///
    /// `number` is one of them. Different contexts, of 8 bytes at most, have different permutations.
    func callAsFunction(
        _ number: UInt64, bits: Int, context: UInt64, domain: UInt8, isAllowed: (UInt64) -> Bool
    ) -> UInt64 {
        var value = number
        for _ in 0..<Self.longestWalk {
            value = step(value, UInt64(bits / 2), context, domain)
            if isAllowed(value) { return value }
        }
        return number
    }

    private func step(_ number: UInt64, _ half: UInt64, _ context: UInt64, _ domain: UInt8) -> UInt64 {
        let mask: UInt64 = 1 << half - 1
        var (left, right) = (number >> half & mask, number & mask)
        for round in 0..<Self.rounds {
            (left, right) = (right, left ^ mixed(right, round, context, domain) & mask)
        }
        return left << half | right
    }

    /// Four bytes of AES over what it depends on.
    private func mixed(_ right: UInt64, _ round: UInt8, _ context: UInt64, _ domain: UInt8) -> UInt64 {
        var block: [UInt8] = [round, domain]
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            block.append(UInt8(truncatingIfNeeded: context >> shift))
        }
        for shift in stride(from: UInt64(40), through: 0, by: -8) {
            block.append(UInt8(truncatingIfNeeded: right >> shift))
        }
        let sealed = AES128.encrypt(block, key: key) ?? block
        return sealed.prefix(4).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
