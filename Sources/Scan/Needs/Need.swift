/// What a condition cannot be true without. Both parts hold by themselves: one of the triggers must be there, and
/// where there is a gate, the bytes must begin with one of its prefixes.
///
/// A shortcut may skip work, never a hit. So everything that is not understood is nil, which needs nothing, and a
/// need is only ever weaker than the truth.
struct Need: Equatable, Sendable {
    /// At least one, without repeats. Where there are more than `RuleLimits.triggers` there is no need.
    private(set) var triggers: [Trigger]
    /// At least one; nil where the bytes may begin with anything.
    private(set) var gate: Set<[UInt8]>?

    /// The need of one of these triggers; nil for too many or none, or when one is too common to be worth looking for.
    init?(_ triggers: [Trigger]) {
        var seen: Set<Trigger> = []
        let distinct = triggers.filter { seen.insert($0).inserted }
        guard (1...RuleLimits.triggers).contains(distinct.count),
            distinct.allSatisfy({ $0.rarity >= Self.leastRarity })
        else { return nil }
        self.triggers = distinct
    }

    /// The need of bytes at the beginning.
    init?(prefix: [UInt8]) {
        guard !prefix.isEmpty else { return nil }
        triggers = [.prefix(prefix)]
        gate = [prefix]
    }

    /// Four ordinary letters.
    private static let leastRarity = 16

    /// How seldom one of the triggers is there, roughly in bits.
    var rarity: Int {
        let least = triggers.map(\.rarity).min() ?? 0
        return least - (Int.bitWidth - 1 - triggers.count.leadingZeroBitCount)
    }

    /// True when ordinary traffic has one of the triggers so often that other rules should not be looked at for it.
    var isCommon: Bool {
        triggers.contains { trigger in
            guard case .literal(let bytes, _) = trigger else { return false }
            return trigger.rarity < Self.rareEnough || OrdinaryTraffic.contains(bytes)
        }
    }

    /// Six ordinary letters.
    private static let rareEnough = 23

    /// What is needed where both are: of the triggers the rarer ones, of the gates the narrower one.
    static func both(_ left: Need?, _ right: Need?) -> Need? {
        guard var need = left, let other = right else { return left ?? right }
        if other.isRarer(than: need) { need.triggers = other.triggers }
        switch (left?.gate, other.gate) {
        case (let gate?, let narrower?): need.gate = narrower.count < gate.count ? narrower : gate
        case (let gate, let other): need.gate = gate ?? other
        }
        return need
    }

    /// What is needed where either is: the triggers of both, and a gate only if both have one.
    static func either(_ left: Need?, _ right: Need?) -> Need? {
        guard let left, let right, var need = Need(left.triggers + right.triggers) else { return nil }
        if let gate = left.gate, let other = right.gate { need.gate = gate.union(other) }
        return need
    }

    /// What is needed where any of these is; nil for nothing or none.
    static func oneOf(_ needs: [Need?]) -> Need? {
        guard let first = needs.first else { return nil }
        return needs.dropFirst().reduce(first) { sum, need in .either(sum, need) }
    }

    /// What is needed where so many of these are. If all but `count - 1` were missing there would not be enough, so
    /// one of any `needs.count - count + 1` is there: of the rarest.
    static func atLeast(_ count: Int, of needs: [Need?]) -> Need? {
        guard count >= 1, count <= needs.count else { return nil }
        let sorted = needs.compactMap { $0 }.sorted { $0.isRarer(than: $1) }
        let enough = needs.count - count + 1
        guard enough <= sorted.count else { return nil }
        return oneOf(Array(sorted.prefix(enough)))
    }

    private func isRarer(than other: Need) -> Bool {
        if isCommon != other.isCommon { return !isCommon }
        return rarity > other.rarity
    }
}
