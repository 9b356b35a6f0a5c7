extension SwiftFile {
    /// A function, initialiser, subscript or computed property with a body.
    struct Function: Equatable {
        let name: String
        /// The line its declaration starts on.
        let line: Int
        /// Lines from there to the closing brace, both counted.
        let length: Int
    }

    /// Every function with a body, nested ones too.
    var functions: [Function] {
        tokens.indices.compactMap { start in
            guard let name = functionName(at: start), let open = bodyStart(of: start) else { return nil }
            let close = closingBrace(of: open)
            return Function(
                name: name, line: tokens[start].line, length: tokens[close].line - tokens[start].line + 1)
        }
    }

    private func functionName(at start: Int) -> String? {
        guard start + 1 < tokens.count else { return nil }
        let next = tokens[start + 1].text
        let isMember = start > 0 && tokens[start - 1].text == "."
        switch tokens[start].text {
        case "func" where !isMember: return next
        case "var" where !isMember: return isComputed(start) ? next : nil
        case "init" where !isMember && ["(", "?", "!", "<"].contains(next): return "init"
        case "subscript" where !isMember && ["(", "<"].contains(next): return "subscript"
        case "deinit" where next == "{": return "deinit"
        default: return nil
        }
    }

    /// A computed property opens its body on the line of its declaration and gives no initial value.
    private func isComputed(_ start: Int) -> Bool {
        for token in tokens[start...] {
            if token.line != tokens[start].line || token.text == "=" { return false }
            if token.text == "{" { return true }
        }
        return false
    }

    /// The brace that opens the body; nil for a requirement of a protocol, which has none.
    private func bodyStart(of start: Int) -> Int? {
        let others: Set = ["func", "var", "let", "init", "subscript", "typealias", "associatedtype", "}"]
        var depth = 0
        for index in tokens.indices[(start + 1)...] {
            switch tokens[index].text {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            case "{" where depth == 0: return index
            case let text where depth == 0 && others.contains(text): return nil
            default: break
            }
        }
        return nil
    }

    private func closingBrace(of open: Int) -> Int {
        var depth = 0
        for index in tokens.indices[open...] {
            if tokens[index].text == "{" { depth += 1 }
            if tokens[index].text == "}" { depth -= 1 }
            if depth == 0 { return index }
        }
        return tokens.count - 1
    }
}
