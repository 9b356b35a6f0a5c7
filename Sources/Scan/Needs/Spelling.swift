/// What a part of a pattern can match, as far as it can be spelt out.
enum Spelling {
    /// Exactly one of these strings; they are few, distinct and short.
    case exact([[UInt8]])
    /// More than can be spelt out. Every match has one of these strings in it; nil where nothing is known.
    case containing([[UInt8]]?)

    /// Matches anything, perhaps nothing.
    static let unknown = Spelling.containing(nil)
    /// Matches the place between two bytes.
    static let empty = Spelling.exact([[]])

    /// Matches one of these strings.
    static func oneOf(_ strings: [[UInt8]]) -> Spelling {
        let strings = distinct(strings)
        return fits(strings) ? .exact(strings) : .containing(usable(strings))
    }

    /// Strings one of which is in every match; nil where none is known.
    var needed: [[UInt8]]? {
        switch self {
        case .exact(let strings): Self.usable(strings)
        case .containing(let strings): strings
        }
    }

    /// This or the other.
    func or(_ other: Spelling) -> Spelling {
        if case .exact(let left) = self, case .exact(let right) = other { return .oneOf(left + right) }
        guard let left = needed, let right = other.needed, left.count + right.count <= RuleLimits.triggers
        else {
            return .unknown
        }
        return .containing(Self.distinct(left + right))
    }

    /// This so many times in a row; `most` is nil without a limit.
    func repeated(_ least: Int, _ most: Int?) -> Spelling {
        if least == 0 { return most == 1 ? or(.empty) : .unknown }
        guard least == most, least <= Self.longest else { return .containing(needed) }
        var run = SpellingRun()
        for _ in 0..<least { run.append(self) }
        return run.spelling
    }

    /// Bytes that a string which is spelt out may have.
    private static let longest = 64

    /// True when so many strings of such length may be spelt out.
    static func fits(_ strings: [[UInt8]]) -> Bool {
        strings.count <= RuleLimits.spellings && strings.allSatisfy { $0.count <= longest }
    }

    /// The strings, if all of them have something in them.
    static func usable(_ strings: [[UInt8]]) -> [[UInt8]]? {
        strings.isEmpty || strings.contains(where: \.isEmpty) ? nil : strings
    }

    /// Without repeats.
    static func distinct(_ strings: [[UInt8]]) -> [[UInt8]] {
        var seen: Set<[UInt8]> = []
        return strings.filter { seen.insert($0).inserted }
    }

    /// Of two sets, each of which has a string of every match, the one that is rarer in ordinary traffic.
    static func rarer(_ left: [[UInt8]]?, _ right: [[UInt8]]?) -> [[UInt8]]? {
        guard let left, let right else { return left ?? right }
        return rarity(left) >= rarity(right) ? left : right
    }

    private static func rarity(_ strings: [[UInt8]]) -> Int {
        strings.map { Trigger.rarity(of: $0[...], ignoresCase: false) }.min() ?? 0
    }
}
