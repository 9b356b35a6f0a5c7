/// Rule files that were found and read, and not compiled.
public struct RuleReading: Equatable, Sendable {
    /// The files, each with its namespace, in the order in which a set is compiled.
    public let sources: [RuleSource]
    /// What they include: path and bytes, each file once.
    public private(set) var included: [RuleFileText] = []
    /// Every rule in them, also those that do not compile, in order.
    public private(set) var outlines: [RuleOutline] = []
    /// What could not be read, and what is no rule.
    public private(set) var problems: [RuleProblem]

    /// Reads all rule files at the places. Throws when a path that was given cannot be read, or holds no rule file.
    public init(_ places: [RulePlace]) throws(RuleError) {
        var finder = RuleFinder()
        try finder.find(places)
        let reader = RuleReader(places)
        sources = finder.sources
        problems = finder.problems
        var seen: Set<String> = []
        for source in sources {
            var expander = IncludeExpander { reader.read($0, for: source) }
            expander.expand(file: source.file, bytes: source.bytes)
            problems += expander.problems
            for text in expander.texts.dropFirst() where seen.insert(text.path).inserted {
                included.append(text)
            }
            take(expander.pieces, source.namespace)
        }
    }

    private mutating func take(_ pieces: [RulePiece], _ namespace: String) {
        var modules: Set<String> = []
        for piece in pieces {
            if case .moduleImport(let module) = piece.item.kind { modules.insert(module) }
        }
        for piece in pieces {
            guard let name = piece.item.ruleName else { continue }
            outlines.append(RuleOutline(piece, name: name, namespace: namespace, modules: modules))
        }
    }
}
