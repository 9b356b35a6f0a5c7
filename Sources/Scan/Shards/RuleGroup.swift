/// Rules of one file that have to stay together, because they name each other or a global rule decides over them.
struct RuleGroup {
    /// Places in the file's pieces, in order.
    var rules: [Int]
    /// What each of its rules needs.
    var needs: [Need?]
    /// What has to be there before one of them can be reported; nil for nothing.
    var need: Need?
    /// The modules that its conditions name, sorted.
    var modules: [String]

    /// The groups of a file, in the order of their first rules. `imported` are the modules that the file imports.
    static func groups(of pieces: [RulePiece]) -> [RuleGroup] {
        let rules = pieces.indices.filter { pieces[$0].item.ruleName != nil }
        let imported = Set(
            pieces.compactMap { piece in
                if case .moduleImport(let module) = piece.item.kind { module } else { nil }
            })
        let modifiers = rules.map { Self.modifiers(of: pieces[$0]) }
        let isWhole = modifiers.contains { $0.contains("global") }
        var sets = DisjointSets(count: rules.count)
        for (index, others) in references(rules.map { pieces[$0] }).enumerated() {
            for other in others { sets.join(index, other) }
            if isWhole { sets.join(0, index) }
        }
        return sets.members.map { members in
            let needs = members.map { Self.need(of: pieces[rules[$0]]) }
            let reported = zip(members, needs).filter { !modifiers[$0.0].contains("private") }.map(\.1)
            return RuleGroup(
                rules: members.map { rules[$0] }, needs: needs, need: isWhole ? nil : Need.oneOf(reported),
                modules: Self.modules(members.map { pieces[rules[$0]] }, imported))
        }
    }

    private static func modules(_ pieces: [RulePiece], _ imported: Set<String>) -> [String] {
        let words = pieces.reduce(into: Set<String>()) { $0.formUnion(RuleScope.words(of: $1)) }
        return imported.intersection(words).sorted()
    }

    /// What a rule needs.
    private static func need(of piece: RulePiece) -> Need? {
        ConditionNeeds.need(of: piece.condition, strings: StringsReader.strings(of: piece.head))
    }

    /// `private` and `global`, where they stand before a rule.
    private static func modifiers(of piece: RulePiece) -> Set<String> {
        var tokens = RuleTokenizer(piece.bytes)
        var words: Set<String> = []
        while let token = tokens.next(), token.kind == .word {
            let word = String(decoding: piece.bytes[token.range], as: UTF8.self)
            if word == "rule" { break }
            words.insert(word)
        }
        return words
    }

    /// For each rule the places of those that its condition names, `some_*` too.
    private static func references(_ pieces: [RulePiece]) -> [[Int]] {
        let names = pieces.map { $0.item.ruleName ?? "" }
        let places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return pieces.map { piece in
            let source = piece.condition
            var tokens = RuleTokenizer(source)
            var last = ""
            var found: [Int] = []
            while let token = tokens.next() {
                let text = String(decoding: source[token.range], as: UTF8.self)
                if token.kind == .word, let place = places[text] { found.append(place) }
                if token.kind == .symbol, text == "*", !last.isEmpty {
                    found += names.indices.filter { names[$0].hasPrefix(last) }
                }
                last = token.kind == .word ? text : ""
            }
            return found
        }
    }
}
