import NetTypes

/// Makes a rule set of sources: each alone first, so that what is broken harms only itself, then all as one.
struct RuleSetBuilder {
    /// What was found wrong, in the order of the sources.
    private(set) var problems: [RuleProblem] = []
    private let overlap: Int
    private let reader: RuleReader

    /// A file that is ready for the set.
    private struct Unit {
        var namespace: String
        var pieces: [RulePiece]
        var files: [[UInt8]]
    }

    /// A builder for windows that share `overlap` bytes, which reads included files by `reader`.
    init(overlap: Int, reader: RuleReader) {
        self.overlap = overlap
        self.reader = reader
    }

    /// Builds the set. The namespaces of the sources must be distinct.
    mutating func build(_ sources: [RuleSource]) throws(RuleError) -> RuleSet {
        let expanders = sources.map { [reader] source in
            var expander = IncludeExpander { reader.read($0, for: source) }
            expander.expand(file: source.file, bytes: source.bytes)
            return expander
        }
        let externals = RuleScope.externals(of: expanders.flatMap(\.pieces))
        var units: [Unit] = []
        for (source, expander) in zip(sources, expanders) {
            let repair = try RuleRepair(expander.pieces, externals: externals)
            problems += (expander.problems + repair.problems).sorted {
                ($0.file, $0.line) < ($1.file, $1.line)
            }
            guard repair.pieces.contains(where: { $0.item.ruleName != nil }) else { continue }
            units.append(
                Unit(namespace: source.namespace, pieces: repair.pieces, files: expander.texts.map(\.bytes)))
        }
        let compiled = try compile(&units, externals: externals)
        let sha256 = Self.digest(units)
        let rules = describe(compiled.describe(), units, sha256: sha256)
        return RuleSet(rules: rules, sha256: sha256, compiled: compiled, externals: externals)
    }

    /// Compiles all units as one set. Each compiles alone; should one fail beside the others, it is left out.
    private mutating func compile(
        _ units: inout [Unit], externals: [ExternalVariable]
    ) throws(RuleError) -> CompiledRules {
        attempt: while true {
            var compiler = try YaraCompiler(externals: externals)
            for (index, unit) in units.enumerated() {
                let text = RuleText(unit.pieces)
                let messages = try compiler.add(text.bytes, namespace: unit.namespace)
                if let error = messages.first(where: \.isError) {
                    if let piece = text.piece(of: error) {
                        problems.append(text.problem(error, piece: piece))
                    }
                    units.remove(at: index)
                    continue attempt
                }
            }
            return try compiler.finish()
        }
    }

    /// SHA-256 over namespaces and files, as `RuleSet.sha256` says.
    private static func digest(_ units: [Unit]) -> String {
        let digest = Digest(.sha256)
        for unit in units.sorted(by: { $0.namespace.utf8.lexicographicallyPrecedes($1.namespace.utf8) }) {
            for file in unit.files.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                for part in [Array(unit.namespace.utf8), file] {
                    let length = (0..<8).reversed().map { UInt8(truncatingIfNeeded: part.count >> ($0 * 8)) }
                    digest.update(length.span)
                    digest.update(part.span)
                }
            }
        }
        return digest.finish().hexadecimal
    }

    private mutating func describe(
        _ compiled: [CompiledRule], _ units: [Unit], sha256: String
    ) -> [Rule] {
        var pieces: [String: [String: RulePiece]] = [:]
        var imports: [String: Set<String>] = [:]
        for unit in units {
            for piece in unit.pieces {
                if let name = piece.item.ruleName { pieces[unit.namespace, default: [:]][name] = piece }
                if case .moduleImport(let module) = piece.item.kind {
                    imports[unit.namespace, default: []].insert(module)
                }
            }
        }
        let numbers = SignatureNumbers(compiled.map { ($0.namespace, $0.name) })
        let globals = Dictionary(grouping: compiled.filter(\.isGlobal), by: \.namespace).mapValues(\.count)
        let rules = zip(compiled, numbers.numbers).map { rule, number in
            RuleDescriber(
                rule: rule, piece: pieces[rule.namespace]?[rule.name],
                modules: imports[rule.namespace] ?? [], globals: globals[rule.namespace] ?? 0,
                overlap: overlap
            ).describe(number: number, sha256: sha256)
        }
        note(numbers.collisions, rules)
        return rules
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
