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
    /// How seldom one of the triggers is there, roughly in bits.
    private(set) var rarity: Int
    /// True when ordinary traffic has one of the triggers so often that other rules should not be looked at for it.
    private(set) var isCommon: Bool

    /// The need of one of these triggers; nil for too many or none, or when one is too common to be worth looking for.
    init?(_ triggers: [Trigger]) {
        self.init(triggers, isCommon: nil)
    }

    /// The same where it is known whether one of them is common: to find out takes time.
    private init?(_ triggers: [Trigger], isCommon known: Bool?) {
        var seen: Set<Trigger> = []
        let distinct = triggers.filter { seen.insert($0).inserted }
        guard (1...RuleLimits.triggers).contains(distinct.count),
            distinct.allSatisfy({ $0.rarity >= Self.leastRarity })
        else { return nil }
        self.triggers = distinct
        rarity = Self.rarity(of: distinct)
        isCommon = known ?? distinct.contains(where: Self.isCommon)
    }

    /// The need of bytes at the beginning.
    init?(prefix: [UInt8]) {
        guard !prefix.isEmpty else { return nil }
        triggers = [.prefix(prefix)]
        gate = [prefix]
        rarity = Self.rarity(of: triggers)
        isCommon = false
    }

    /// Four ordinary letters.
    private static let leastRarity = 16

    private static func rarity(of triggers: [Trigger]) -> Int {
        let least = triggers.map(\.rarity).min() ?? 0
        return least - (Int.bitWidth - 1 - triggers.count.leadingZeroBitCount)
    }

    private static func isCommon(_ trigger: Trigger) -> Bool {
        guard case .literal(let bytes, _) = trigger else { return false }
        return trigger.rarity < rareEnough || OrdinaryTraffic.contains(bytes)
    }

    /// Six ordinary letters.
    private static let rareEnough = 23

    /// The same, told by the gate alone where there is one: bytes at the beginning cost nothing to look for.
    var byGate: Need {
        guard let gate else { return self }
        var need = self
        need.triggers = gate.sorted { $0.lexicographicallyPrecedes($1) }.map { .prefix($0) }
        need.rarity = Self.rarity(of: need.triggers)
        need.isCommon = false
        return need
    }

    /// What is needed where both are: of the triggers the rarer ones, of the gates the narrower one.
    static func both(_ left: Need?, _ right: Need?) -> Need? {
        guard var need = left, let other = right else { return left ?? right }
        if other.isRarer(than: need) {
            (need.triggers, need.rarity, need.isCommon) = (other.triggers, other.rarity, other.isCommon)
        }
        switch (left?.gate, other.gate) {
        case (let gate?, let narrower?): need.gate = narrower.count < gate.count ? narrower : gate
        case (let gate, let other): need.gate = gate ?? other
        }
        return need
    }

    /// What is needed where either is: the triggers of both, and a gate only if both have one.
    static func either(_ left: Need?, _ right: Need?) -> Need? {
        oneOf([left, right])
    }

    /// What is needed where any of these is; nil for nothing or none.
    static func oneOf(_ needs: [Need?]) -> Need? {
        let known = needs.compactMap { $0 }
        guard known.count == needs.count, let first = known.first else { return nil }
        if known.count == 1 { return first }
        let triggers = known.flatMap(\.triggers)
        guard var need = Need(triggers, isCommon: known.contains(where: \.isCommon)) else { return nil }
        let gates = known.compactMap(\.gate)
        if gates.count == known.count { need.gate = gates.reduce(into: Set()) { $0.formUnion($1) } }
        return need
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
