/// One Swift file of the house, cut into tokens.
struct SwiftFile {
    /// Where it lies, from the top of the house.
    let path: String
    let lines: [Substring]
    let tokens: [SwiftToken]
    let comments: [SwiftToken]

    init(path: String, text: String) {
        let lexer = SwiftLexer(text)
        self.path = path
        tokens = lexer.tokens
        comments = lexer.comments
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Lines as an editor counts them.
    var lineCount: Int {
        lines.last?.isEmpty == true ? lines.count - 1 : lines.count
    }

    /// The folder under `Sources` (or `Tests`) that it belongs to.
    var room: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : ""
    }

    /// Its name without folder and extension.
    var stem: String {
        String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "")
    }

    /// The lines on which these tokens follow one another.
    func lines(of sequence: [String]) -> [Int] {
        tokens.indices.filter { start in
            start + sequence.count <= tokens.count
                && sequence.indices.allSatisfy { tokens[start + $0].text == sequence[$0] }
        }
        .map { tokens[$0].line }
    }
}
