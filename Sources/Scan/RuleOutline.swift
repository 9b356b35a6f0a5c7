/// A rule as it is written, read without compiling: what differs between two versions of it, and what its condition
/// asks for. Comments, line ends and the width of blanks are no part of it.
public struct RuleOutline: Equatable, Sendable {
    /// Its namespace.
    public let namespace: String
    /// Its name.
    public let name: String
    /// The file it stands in, which may be one that another includes.
    public let file: String
    /// The line of its name, from 1.
    public let line: Int
    /// `private` and `global`, sorted.
    public private(set) var modifiers: [String] = []
    /// Its tags, in its order.
    public private(set) var tags: [String] = []
    /// Its metadata as written, quotation marks included, in its order.
    public private(set) var metadata: [Line] = []
    /// Its strings, token by token.
    public private(set) var strings = ""
    /// Its condition, token by token.
    public private(set) var condition = ""
    /// What in the condition speaks of a file: of the beginning of the bytes, their size or their structure.
    public private(set) var fileSigns: [FileSign] = []

    /// A line of metadata.
    public struct Line: Equatable, Sendable {
        /// The key.
        public let key: String
        /// The value as written.
        public let value: String
    }

    /// The outline of a rule in a file that imports `modules`.
    init(_ piece: RulePiece, name: String, namespace: String, modules: Set<String>) {
        self.namespace = namespace
        self.name = name
        file = piece.file
        line = piece.item.nameLine
        readHead(Self.tokens(piece.head))
        let words = Self.tokens(piece.condition)
        condition = words.joined(separator: " ")
        fileSigns = FileSign.signs(in: words, modules: modules)
    }

    private static func tokens(_ source: [UInt8]) -> [String] {
        var tokens = RuleTokenizer(source)
        var texts: [String] = []
        while let token = tokens.next() { texts.append(String(decoding: source[token.range], as: UTF8.self)) }
        return texts
    }

    /// Sections begin with a word and a colon inside the outermost brace.
    private mutating func readHead(_ tokens: [String]) {
        let body = tokens.firstIndex(of: "{") ?? tokens.count
        let head = tokens[..<body]
        modifiers = head.filter { $0 == "private" || $0 == "global" }.sorted()
        if let colon = head.firstIndex(of: ":") { tags = Array(head[(colon + 1)...]) }
        var sections: [String: [String]] = [:]
        var section = ""
        var depth = 0
        var index = body + 1
        while index < tokens.count {
            let token = tokens[index]
            let opens = index + 1 < tokens.count && tokens[index + 1] == ":"
            if depth == 0, opens, Self.sections.contains(token) {
                section = token
                index += 2
                continue
            }
            // Strings in hexadecimal have braces too.
            if token == "{" { depth += 1 } else if token == "}" { depth -= 1 }
            sections[section, default: []].append(token)
            index += 1
        }
        strings = sections["strings", default: []].joined(separator: " ")
        metadata = Self.lines(sections["meta", default: []])
    }

    private static let sections: Set = ["meta", "strings", "variables", "condition"]

    /// `key = value` again and again; a value is one token, or a sign and a number.
    private static func lines(_ tokens: [String]) -> [Line] {
        let signs = tokens.indices.filter { tokens[$0] == "=" && $0 > 0 }
        return zip(signs, signs.dropFirst() + [tokens.count + 1]).map { sign, next in
            let value = tokens[min(sign + 1, tokens.count)..<max(min(next - 1, tokens.count), sign + 1)]
            return Line(key: tokens[sign - 1], value: value.joined())
        }
    }
}
