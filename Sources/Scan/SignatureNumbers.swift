import NetTypes

/// Gives each rule the integer that stands for it in events. It follows from namespace and name alone, so it
/// stays the same for ever; only where two rules of one set meet does the later one, in the order of their
/// names, move.
struct SignatureNumbers {
    /// A rule that had to give way.
    struct Collision: Equatable {
        var rule: Int
        var other: Int
    }

    /// The number of each rule, in the order given: 2³⁰ to 2³¹−1, all different.
    private(set) var numbers: [UInt32]
    /// Rules whose own number was taken.
    private(set) var collisions: [Collision] = []

    private static let first: UInt32 = 1 << 30
    private static let last = UInt32.max >> 1

    /// Numbers for rules, given as namespace and name, of which no two are the same.
    init(_ rules: [(namespace: String, name: String)], hash: (String) -> UInt32 = Self.hash) {
        numbers = [UInt32](repeating: 0, count: rules.count)
        let keys = rules.map { "\($0.namespace):\($0.name)" }
        let order = keys.indices.sorted { keys[$0].utf8.lexicographicallyPrecedes(keys[$1].utf8) }
        var owners: [UInt32: Int] = [:]
        for rule in order {
            var number = Self.first | (hash(keys[rule]) >> 2)
            if let other = owners[number] {
                collisions.append(Collision(rule: rule, other: other))
                while owners[number] != nil { number = number == Self.last ? Self.first : number + 1 }
            }
            owners[number] = rule
            numbers[rule] = number
        }
    }

    /// The first 32 bits of the SHA-256 of a key, big-endian; the number takes 30 of them.
    static func hash(_ key: String) -> UInt32 {
        Digest.of(Array(key.utf8).span).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
}
