import NetTypes
import Scan

/// Looks at rules one by one: which compile, what they are about, and what is wrong with their metadata.
public struct RuleCheck: Sendable {
    /// The set as it would be used.
    public let set: RuleSet
    /// One verdict for each rule that compiles, in the order of the set.
    public let verdicts: [RuleVerdict]
    /// What is wrong outside any rule that compiles, and advice.
    public let problems: [RuleProblem]

    /// Checks all rules at the places. Our own convention is asked of rules that have our `id`, and of all when
    /// `isStrict`. Throws when a place cannot be read or holds no rule file.
    public init(
        _ places: [RulePlace], configuration: ScanConfiguration, today: RuleDate, isStrict: Bool
    ) throws(RuleError) {
        (set, problems) = try RuleSet.load(places: places, configuration: configuration)
        let outlines = Self.outlines(try RuleReading(places))
        let advice = Dictionary(grouping: problems.filter { !$0.isError }) { "\($0.file):\($0.rule ?? "")" }
        let check = MetadataCheck(today: today)
        var verdicts = set.rules.map { rule in
            let identity = rule.identity
            let outline = outlines["\(identity.namespace):\(identity.name)"]
            let profile = RuleProfile(identity)
            return RuleVerdict(
                rule: rule, outline: outline, profile: profile, subject: RuleSubject(identity, outline),
                // What only serves other rules is never reported, so nobody reads its metadata.
                faults: rule.isPrivate
                    ? []
                    : check.faults(of: identity, isHouse: isStrict || profile.convention == .house),
                advice: advice["\(rule.file):\(identity.name)"] ?? [])
        }
        Self.noteRepeated(&verdicts)
        self.verdicts = verdicts
    }

    /// Rules or pieces of files that were left out.
    public var errors: Int { problems.count { $0.isError } }

    /// Everything else that could be better.
    public var hints: Int { problems.count - errors + verdicts.reduce(0) { $0 + $1.faults.count } }

    private static func outlines(_ reading: RuleReading) -> [String: RuleOutline] {
        var outlines: [String: RuleOutline] = [:]
        // Of two rules with one name the first compiles.
        for outline in reading.outlines where outlines["\(outline.namespace):\(outline.name)"] == nil {
            outlines["\(outline.namespace):\(outline.name)"] = outline
        }
        return outlines
    }

    private static func noteRepeated(_ verdicts: inout [RuleVerdict]) {
        var owners: [String: String] = [:]
        for (index, verdict) in verdicts.enumerated() where verdict.profile.convention == .house {
            let identity = verdict.rule.identity
            guard let id = verdict.profile.identifier else { continue }
            if let other = owners[id] {
                verdicts[index].faults.append(.repeated(id: id, other: other))
            } else {
                owners[id] = "\(identity.namespace):\(identity.name)"
            }
        }
    }
}
