extension SwiftFile {
    /// A type that a file declares or extends outside any other.
    struct TopLevelType: Equatable {
        let name: String
        let isExtension: Bool
        let isPrivate: Bool
    }

    /// The modules it imports, each with its line.
    var imports: [(module: String, line: Int)] {
        let kinds: Set = ["struct", "class", "func", "enum", "protocol", "typealias", "let", "var"]
        return tokens.indices.filter { tokens[$0].text == "import" }.compactMap { start in
            let name = tokens[(start + 1)...].first { !kinds.contains($0.text) }
            return name.map { ($0.text, $0.line) }
        }
    }

    /// True when it holds a program's entry point.
    var isProgram: Bool {
        !lines(of: ["@", "main"]).isEmpty
    }

    /// The types at the top level, extensions included.
    var topLevelTypes: [TopLevelType] {
        let keywords: Set = ["struct", "class", "enum", "actor", "protocol", "typealias", "extension"]
        var types: [TopLevelType] = []
        var depth = 0
        for (index, token) in tokens.enumerated() {
            if token.text == "{" { depth += 1 }
            if token.text == "}" { depth -= 1 }
            guard depth == 0, keywords.contains(token.text), index + 1 < tokens.count else { continue }
            let isPrivate = tokens[..<index].suffix(3).contains {
                $0.line == token.line && ["private", "fileprivate"].contains($0.text)
            }
            for name in extendedNames(after: index) {
                let isExtension = token.text == "extension"
                types.append(TopLevelType(name: name, isExtension: isExtension, isPrivate: isPrivate))
            }
        }
        return types
    }

    /// The name after a keyword; for `Outer.Inner` both, for the short form of an array its long name.
    private func extendedNames(after index: Int) -> [String] {
        if tokens[index + 1].text == "[" { return ["Array"] }
        guard tokens[index + 1].isWord else { return [] }
        var names = [tokens[index + 1].text]
        var next = index + 2
        while next + 1 < tokens.count, tokens[next].text == "." {
            names.append(tokens[next + 1].text)
            next += 2
        }
        return names
    }
}
