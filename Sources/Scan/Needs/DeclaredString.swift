/// A string of a rule, as it was declared.
struct DeclaredString {
    /// Its name with the dollar sign; a dollar sign alone has no name.
    var name: String
    /// What its text matches, before modifiers.
    var spelling: Spelling
    /// The words behind it.
    var modifiers: Set<String>
    /// True when letters stand for both cases.
    var ignoresCase: Bool

    /// What cannot be missing where it matches; nil where that is not known.
    var need: Need? {
        guard modifiers.isDisjoint(with: Self.rewriting), let strings = spelling.needed else { return nil }
        let isWide = modifiers.contains("wide")
        let isNarrow = !isWide || modifiers.contains("ascii")
        var spelt = isNarrow ? strings : []
        if isWide { spelt += strings.map { $0.flatMap { [$0, 0] } } }
        return Need(
            spelt.map {
                .literal(Self.rarestPart(of: $0, ignoresCase: ignoresCase), ignoresCase: ignoresCase)
            })
    }

    /// The bytes that it is, when these are all it can be: for a string that has to stand at the beginning.
    var onlySpelling: [UInt8]? {
        guard modifiers.isSubset(of: ["ascii", "private", "fullword"]), !ignoresCase,
            case .exact(let strings) = spelling, strings.count == 1
        else { return nil }
        return strings[0]
    }

    /// Modifiers after which other bytes are looked for than those that were written.
    private static let rewriting: Set<String> = ["xor", "base64", "base64wide"]

    /// The part of a literal that ordinary traffic has least often.
    private static func rarestPart(of bytes: [UInt8], ignoresCase: Bool) -> [UInt8] {
        guard bytes.count > RuleLimits.literalBytes else { return bytes }
        var best = bytes[..<RuleLimits.literalBytes]
        var most = Trigger.rarity(of: best, ignoresCase: ignoresCase)
        for start in 1...(bytes.count - RuleLimits.literalBytes) {
            let part = bytes[start..<start + RuleLimits.literalBytes]
            let rarity = Trigger.rarity(of: part, ignoresCase: ignoresCase)
            if rarity > most { (best, most) = (part, rarity) }
        }
        return Array(best)
    }
}
