import Scan

/// How one version of a rule set differs from another, told from what is written in both.
public struct RuleDifference: Equatable, Sendable {
    /// One rule that is not the same in both.
    public struct Change: Equatable, Sendable {
        /// What happened to it.
        public let kind: Kind
        /// The rule in the old set, with its namespace; empty for one that was added.
        public let old: String
        /// The rule in the new set; empty for one that was removed.
        public let new: String
        /// Which parts differ, in their order in a rule.
        public let parts: [Part]
        /// Keys of metadata that differ, sorted.
        public let keys: [String]
    }

    /// What happened to a rule.
    public enum Kind: String, Sendable {
        case added, removed, changed
        /// It has another name or namespace and finds the same.
        case moved
    }

    /// The parts of a rule.
    public enum Part: String, Sendable {
        case modifiers, tags, metadata, strings, condition
    }

    /// What differs: first what was added, then removed, changed and moved, each sorted by name.
    public private(set) var changes: [Change] = []
    /// Rules that are the same in both.
    public private(set) var same = 0

    /// Compares two sets. A rule that is in only one of them and finds by strings and condition what one finds that is
    /// only in the other has moved.
    public init(from old: [RuleOutline], to new: [RuleOutline]) {
        let (before, after) = (Self.byName(old), Self.byName(new))
        let common = before.keys.filter { after[$0] != nil }.sorted()
        for name in common {
            guard let one = before[name], let two = after[name] else { continue }
            let parts = Self.parts(one, two)
            if parts.isEmpty { same += 1 } else { add(.changed, name, name, one, two) }
        }
        // Rules that are gone, by what they find, so that each is looked for once.
        var gone: [String: [String]] = [:]
        for (name, rule) in before.sorted(by: { $0.key > $1.key }) where after[name] == nil {
            gone[Self.content(rule), default: []].append(name)
        }
        for name in after.keys.filter({ before[$0] == nil }).sorted() {
            guard let two = after[name] else { continue }
            if let source = gone[Self.content(two)]?.popLast(), let one = before[source] {
                add(.moved, source, name, one, two)
            } else {
                changes.append(Change(kind: .added, old: "", new: name, parts: [], keys: []))
            }
        }
        let removed = gone.values.joined()
        for name in removed {
            changes.append(Change(kind: .removed, old: name, new: "", parts: [], keys: []))
        }
        let order: [Kind] = [.added, .removed, .changed, .moved]
        changes.sort {
            let (one, two) = (order.firstIndex(of: $0.kind) ?? 0, order.firstIndex(of: $1.kind) ?? 0)
            return (one, $0.new, $0.old) < (two, $1.new, $1.old)
        }
    }

    private mutating func add(
        _ kind: Kind, _ old: String, _ new: String, _ one: RuleOutline, _ two: RuleOutline
    ) {
        changes.append(
            Change(kind: kind, old: old, new: new, parts: Self.parts(one, two), keys: Self.keys(one, two)))
    }

    private static func byName(_ outlines: [RuleOutline]) -> [String: RuleOutline] {
        Dictionary(outlines.map { ("\($0.namespace):\($0.name)", $0) }) { first, _ in first }
    }

    /// What a rule finds: strings and condition as one text.
    private static func content(_ rule: RuleOutline) -> String { rule.strings + "\n" + rule.condition }

    private static func parts(_ one: RuleOutline, _ two: RuleOutline) -> [Part] {
        var parts: [Part] = []
        if one.modifiers != two.modifiers { parts.append(.modifiers) }
        if one.tags != two.tags { parts.append(.tags) }
        if one.metadata != two.metadata { parts.append(.metadata) }
        if one.strings != two.strings { parts.append(.strings) }
        if one.condition != two.condition { parts.append(.condition) }
        return parts
    }

    private static func keys(_ one: RuleOutline, _ two: RuleOutline) -> [String] {
        let keys = Set((one.metadata + two.metadata).map(\.key))
        return keys.filter { key in
            one.metadata.filter { $0.key == key } != two.metadata.filter { $0.key == key }
        }.sorted()
    }
}
