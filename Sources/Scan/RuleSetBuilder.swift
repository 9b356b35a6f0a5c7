import NetTypes

/// Makes a rule set of sources: each alone first, so that what is broken harms only itself, then all as one.
struct RuleSetBuilder {
    /// What was found wrong, in the order of the sources.
    private(set) var problems: [RuleProblem] = []
    private let configuration: ScanConfiguration
    private let check: VariableCheck
    private let reader: RuleReader
    /// What the whole set says of itself, where only a part of it is built.
    private var whole: (sha256: String, numbers: [String: UInt32])?

    /// A file that is ready for the set.
    private struct Unit {
        var namespace: String
        var pieces: [RulePiece]
        var files: [[UInt8]]

        /// True without any rule.
        var isEmpty: Bool { !pieces.contains { $0.item.ruleName != nil } }

        /// Leaves out all rules but those at these places.
        mutating func keep(_ rules: [Int]) {
            let wanted = Set(rules)
            pieces = pieces.enumerated().filter {
                $0.element.item.ruleName == nil || wanted.contains($0.offset)
            }
            .map(\.element)
        }
    }

    /// A builder which reads included files by `reader`.
    init(_ configuration: ScanConfiguration, reader: RuleReader) {
        self.configuration = configuration
        check = VariableCheck(units: configuration.units)
        self.reader = reader
    }

    /// Builds the set. The namespaces of the sources must be distinct. Rules that might be slow are given to `trial`, each
    /// group of those that have to stay together as a set of its own; those that it has something to say of are left out.
    /// So are, without a word, groups whose digests are among `known`.
    mutating func build(
        _ sources: [RuleSource], trying trial: RuleSet.Trial? = nil, without known: Set<[UInt8]> = []
    ) throws(RuleError) -> RuleSet {
        var (units, externals) = try prepare(sources)
        if let trial { try leaveOut(&units, externals, trial) }
        if !known.isEmpty { leaveOut(&units, known) }
        return try assemble(&units, externals)
    }

    /// Takes known groups out of the units, once it is noted how the whole set names itself and its rules.
    private mutating func leaveOut(_ units: inout [Unit], _ known: Set<[UInt8]>) {
        let names = units.flatMap { unit in
            unit.pieces.compactMap(\.item.ruleName).map { (namespace: unit.namespace, name: $0) }
        }
        let numbers = zip(names, SignatureNumbers(names).numbers).map { ("\($0.namespace):\($0.name)", $1) }
        whole = (Self.digest(units), Dictionary(numbers) { first, _ in first })
        for place in units.indices {
            let unit = units[place]
            let groups = RuleGroup.groups(of: unit.pieces)
            let kept = groups.filter { !known.contains($0.digest(of: unit.pieces, unit.namespace)) }
            units[place].keep(kept.flatMap(\.rules))
        }
        units.removeAll(where: \.isEmpty)
    }

    /// Builds a set of each group of rules that have to stay together.
    mutating func buildApart(_ sources: [RuleSource]) throws(RuleError) -> [RuleSet] {
        let (units, externals) = try prepare(sources)
        var sets: [RuleSet] = []
        for unit in units {
            for group in RuleGroup.groups(of: unit.pieces) {
                let set = try set(of: group, in: unit, externals)
                if !set.rules.isEmpty { sets.append(set) }
            }
        }
        return sets
    }

    private mutating func set(
        of group: RuleGroup, in unit: Unit, _ externals: [ExternalVariable]
    ) throws(RuleError) -> RuleSet {
        var part = unit
        part.keep(group.rules)
        var parts = [part]
        return try assemble(&parts, externals)
    }

    /// Takes out of the units what a trial finds wrong, and tells it.
    private mutating func leaveOut(
        _ units: inout [Unit], _ externals: [ExternalVariable], _ trial: RuleSet.Trial
    ) throws(RuleError) {
        for place in units.indices {
            var refused: Set<Int> = []
            for group in RuleGroup.groups(of: units[place].pieces)
            where group.rules.contains(where: { RuleScope.mayBeSlow(units[place].pieces[$0]) }) {
                let set = try set(of: group, in: units[place], externals)
                guard !set.rules.isEmpty, let reason = try trial(set) else { continue }
                problems += group.rules.map { units[place].pieces[$0].problem(reason) }
                refused.formUnion(group.rules)
            }
            units[place].pieces = units[place].pieces.enumerated().filter { !refused.contains($0.offset) }
                .map(\.element)
        }
        units.removeAll(where: \.isEmpty)
    }

    /// Reads the sources and leaves out what does not compile.
    private mutating func prepare(_ sources: [RuleSource]) throws(RuleError) -> ([Unit], [ExternalVariable]) {
        let expanders = sources.map { [reader] source in
            var expander = IncludeExpander { reader.read($0, for: source) }
            expander.expand(file: source.file, bytes: source.bytes)
            return expander
        }
        let externals = RuleScope.externals(of: expanders.flatMap(\.pieces))
        var units: [Unit] = []
        for (source, expander) in zip(sources, expanders) {
            let repair = try RuleRepair(expander.pieces, externals: externals)
            let explained = repair.problems.map { check.explained($0, in: expander.pieces) }
            let advice = repair.pieces.flatMap { check.advice(on: $0) }
            problems += (expander.problems + explained + advice).sorted {
                ($0.file, $0.line) < ($1.file, $1.line)
            }
            let pieces = repair.pieces
            guard pieces.contains(where: { $0.item.ruleName != nil }) else { continue }
            units.append(
                Unit(namespace: source.namespace, pieces: pieces, files: expander.texts.map(\.bytes)))
        }
        return (units, externals)
    }

    private mutating func assemble(
        _ units: inout [Unit], _ externals: [ExternalVariable]
    ) throws(RuleError) -> RuleSet {
        let shards = try compile(&units, externals: externals)
        let sha256 = whole?.sha256 ?? Self.digest(units)
        let digests = units.flatMap { unit in
            RuleGroup.groups(of: unit.pieces).map { $0.digest(of: unit.pieces, unit.namespace) }
        }
        let rules = describe(shards, units, sha256: sha256)
        let entries = shards.enumerated().flatMap { place, shard in shard.entries(place) }
        return RuleSet(
            rules: rules, sha256: sha256, digests: digests.sorted { $0.lexicographicallyPrecedes($1) },
            shards: shards.map(\.shard),
            matchers: LiteralMatcher.matchers(entries),
            externals: externals)
    }

    /// A shard with the plan it was made by.
    private struct Compiled {
        var shard: Shard
        var members: ShardPlan.Members

        /// The literals that make it a candidate, sorted, so that a set always gives the same matcher.
        func entries(_ place: Int) -> [LiteralMatcher.Entry] {
            let entries = (members.triggers ?? []).compactMap { trigger -> LiteralMatcher.Entry? in
                guard case .literal(let bytes, let ignoresCase) = trigger else { return nil }
                return LiteralMatcher.Entry(bytes: bytes, ignoresCase: ignoresCase, shard: place)
            }
            return entries.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        }
    }

    /// Compiles all units in shards. Each unit compiles alone; should one fail beside others, it is left out.
    private mutating func compile(
        _ units: inout [Unit], externals: [ExternalVariable]
    ) throws(RuleError) -> [Compiled] {
        attempt: while true {
            let files = units.map(\.pieces)
            let plan = configuration.shards ? ShardPlan(files) : ShardPlan(whole: files)
            let starts = files.reduce(into: [0]) { starts, pieces in
                starts.append(starts[starts.count - 1] + pieces.count { $0.item.ruleName != nil })
            }
            var shards: [Compiled] = []
            for members in plan.shards {
                var compiler = try YaraCompiler(externals: externals)
                let texts = ShardText.texts(members, files)
                for text in texts {
                    let messages = try compiler.add(text.text.bytes, namespace: units[text.file].namespace)
                    guard let error = messages.first(where: \.isError) else { continue }
                    if let piece = text.text.piece(of: error) {
                        problems.append(text.text.problem(error, piece: piece))
                    }
                    units.remove(at: text.file)
                    continue attempt
                }
                let rules = texts.flatMap { text in text.rules.map { starts[text.file] + $0 } }
                let shard = try Shard(
                    compiler.finish(), rules: rules, gate: members.key?.gate, triggers: members.triggers)
                shards.append(Compiled(shard: shard, members: members))
            }
            return shards
        }
    }

    /// SHA-256 over namespaces and files, as `RuleSet.sha256` says.
    private static func digest(_ units: [Unit]) -> String {
        let digest = Digest(.sha256)
        for unit in units.sorted(by: { $0.namespace.utf8.lexicographicallyPrecedes($1.namespace.utf8) }) {
            for file in unit.files.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                digest.update(parts: [Array(unit.namespace.utf8), file])
            }
        }
        return digest.finish().hexadecimal
    }

    /// Describes all rules, in the order of the units and of their rules in them.
    private mutating func describe(_ shards: [Compiled], _ units: [Unit], sha256: String) -> [Rule] {
        var compiled: [(rule: CompiledRule, place: Int)] = []
        for shard in shards {
            let described = shard.shard.compiled.describe()
            precondition(
                described.count == shard.shard.rules.count, "libyara counts other rules than were given to it"
            )
            compiled += zip(shard.shard.rules, described).map { (rule: $1, place: $0) }
        }
        compiled.sort { $0.place < $1.place }
        let sources = units.flatMap { unit in
            let imports = unit.pieces.reduce(into: Set<String>()) { imports, piece in
                if case .moduleImport(let module) = piece.item.kind { imports.insert(module) }
            }
            return unit.pieces.filter { $0.item.ruleName != nil }.map { (piece: $0, imports: imports) }
        }
        let plans = Self.plans(shards, units)
        let numbers = SignatureNumbers(compiled.map { ($0.rule.namespace, $0.rule.name) })
        let globals = Dictionary(grouping: compiled.map(\.rule).filter(\.isGlobal), by: \.namespace)
            .mapValues(\.count)
        let rules = compiled.indices.map { place in
            let rule = compiled[place].rule
            var described = RuleDescriber(
                rule: rule, piece: sources[place].piece, modules: sources[place].imports,
                globals: globals[rule.namespace] ?? 0, overlap: configuration.overlap
            ).describe(
                number: whole?.numbers["\(rule.namespace):\(rule.name)"] ?? numbers.numbers[place],
                sha256: sha256)
            described.plan = plans[place]
            return described
        }
        if whole == nil { note(numbers.collisions, rules) }
        return rules
    }

    /// How each rule comes to be looked at: by what it needs itself, in the shard that it is in.
    private static func plans(_ shards: [Compiled], _ units: [Unit]) -> [RulePlan] {
        var count = 0
        let numbers = units.map { unit in
            unit.pieces.map { piece in
                defer { count += piece.item.ruleName == nil ? 0 : 1 }
                return count
            }
        }
        var plans = Array(repeating: RulePlan(), count: count)
        for shard in shards {
            guard let key = shard.members.key else { continue }
            for (file, group) in shard.members.groups {
                for (piece, need) in zip(group.rules, group.needs) {
                    plans[numbers[file][piece]] = RulePlan(shard: key.name, need)
                }
            }
        }
        return plans
    }

    private mutating func note(_ collisions: [SignatureNumbers.Collision], _ rules: [Rule]) {
        for collision in collisions {
            let rule = rules[collision.rule]
            let other = rules[collision.other].identity
            let message =
                "its number is that of \(other.namespace):\(other.name), "
                + "so it is \(rule.identity.signatureID) in this set"
            problems.append(
                RuleProblem(
                    file: rule.file, line: rule.line, rule: rule.identity.name, message: message,
                    isError: false))
        }
    }
}
