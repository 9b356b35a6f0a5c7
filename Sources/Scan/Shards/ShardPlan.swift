/// Which rules of a set are compiled together.
struct ShardPlan {
    /// The shards, in the order of their first rules.
    let shards: [Members]

    /// A shard before it is compiled.
    struct Members {
        var key: ShardKey?
        /// Its groups, by file, in the order of the files.
        var groups: [(file: Int, group: RuleGroup)]

        /// Things of which one is there wherever any of its rules is reported; nil where that is not known.
        var triggers: [Trigger]? {
            guard key != nil else { return nil }
            var all: Set<Trigger> = []
            for entry in groups {
                guard let need = entry.group.need else { return nil }
                all.formUnion(need.triggers)
            }
            return Array(all)
        }
    }

    /// One shard for all rules, which is looked at always.
    init(whole files: [[RulePiece]]) {
        let groups = files.enumerated().map { file, pieces in
            (file, RuleGroup(rules: Array(pieces.indices), needs: [], need: nil, modules: []))
        }
        shards = [Members(key: nil, groups: groups)]
    }

    /// Shards of rules that need the same.
    init(_ files: [[RulePiece]]) {
        var all = files.enumerated().flatMap { file, pieces in
            RuleGroup.groups(of: pieces).map { (file: file, group: $0) }
        }
        // A search for tens of thousands of literals takes half a minute to compile, and a file of the right type has
        // one of so many anyway: with a gate the rule is then looked at wherever that is open.
        if all.reduce(0, { $0 + ($1.group.need?.triggers.count ?? 0) }) > RuleLimits.literals {
            for place in all.indices { all[place].group.need = all[place].group.need?.byGate }
        }
        let keys = Self.merged(all.map { ShardKey($0.group) })
        var places: [ShardKey: Int] = [:]
        var shards: [Members] = []
        for (key, entry) in zip(keys, all) {
            if let place = places[key] {
                shards[place].groups.append(entry)
            } else {
                places[key] = shards.count
                shards.append(Members(key: key, groups: [entry]))
            }
        }
        self.shards = shards
    }

    /// Puts under one key what would otherwise make many small shards: each call of libyara costs something.
    private static func merged(_ keys: [ShardKey]) -> [ShardKey] {
        let counts = Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +)
        var gates: [ShardKey: Set<[UInt8]>] = [:]
        func isSmall(_ key: ShardKey) -> Bool { key.gate != nil && counts[key] ?? 0 < RuleLimits.smallShard }
        func family(_ key: ShardKey) -> ShardKey { ShardKey(kind: key.kind, gate: [], modules: key.modules) }
        for key in keys where isSmall(key) { gates[family(key), default: []].formUnion(key.gate ?? []) }
        return keys.map { key in
            guard isSmall(key), let gate = gates[family(key)] else { return key }
            return ShardKey(
                kind: key.kind, gate: gate.sorted { $0.lexicographicallyPrecedes($1) }, modules: key.modules)
        }
    }
}
