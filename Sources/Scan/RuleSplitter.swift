/// Cuts a rule file into items. Where the text is broken it still finds the next rule: no rule can hold the
/// word `rule` outside strings, patterns and comments, so that word ends whatever came before it.
struct RuleSplitter {
    private let source: [UInt8]
    private var tokens: RuleTokenizer
    private var items: [RuleItem] = []
    /// Where a run of `private` and `global` just before the current token began.
    private var modifiers: RuleToken?
    /// The item being read; its range and lines grow token by token.
    private var open: RuleItem?
    private var depth = 0

    private init(_ source: [UInt8]) {
        self.source = source
        tokens = RuleTokenizer(source, range: Self.byteOrderMark(source)..<source.count)
    }

    /// The items of a source, in its order and without overlap. Total.
    static func items(of source: [UInt8]) -> [RuleItem] {
        var splitter = RuleSplitter(source)
        splitter.run()
        return splitter.items
    }

    private static func byteOrderMark(_ source: [UInt8]) -> Int {
        source.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    }

    private mutating func run() {
        while let token = tokens.next() {
            if token.kind == .word, startsItem(token) { continue }
            extend(token)
        }
        close()
    }

    /// Begins a new item when the word does; otherwise it belongs to the open one.
    private mutating func startsItem(_ token: RuleToken) -> Bool {
        switch text(token) {
        case "private", "global":
            modifiers = modifiers ?? token
            if isInRule { grow(token) }
            return true
        case "rule":
            beginRule(token)
            return true
        case "import", "include":
            return beginDirective(token)
        default:
            return false
        }
    }

    private var isInRule: Bool {
        if case .rule = open?.kind { true } else { false }
    }

    private mutating func beginRule(_ token: RuleToken) {
        let start = modifiers ?? token
        closeBefore(start)
        var ahead = tokens
        var name = ""
        var nameLine = token.line
        var end = token.range.upperBound
        var lastLine = token.line
        if let word = ahead.next(), word.kind == .word, text(word) != "rule" {
            name = text(word)
            nameLine = word.line
            end = word.range.upperBound
            lastLine = word.line
            tokens = ahead
        }
        open = RuleItem(
            kind: .rule(name), range: start.range.lowerBound..<end, firstLine: start.line, lastLine: lastLine,
            nameLine: nameLine)
        depth = 0
    }

    /// `import "x"` and `include "x"`; `include` alone is an ordinary word.
    private mutating func beginDirective(_ token: RuleToken) -> Bool {
        var ahead = tokens
        guard let path = ahead.next(), path.kind == .text else { return false }
        flushModifiers()
        close()
        tokens = ahead
        let content = String(decoding: source[path.range].dropFirst().dropLast(), as: UTF8.self)
        items.append(
            RuleItem(
                kind: text(token) == "import" ? .moduleImport(content) : .include(content),
                range: token.range.lowerBound..<path.range.upperBound, firstLine: token.line,
                lastLine: path.line,
                nameLine: token.line))
        return true
    }

    /// Adds a token to the open item, which ends with the brace that closes it.
    private mutating func extend(_ token: RuleToken) {
        flushModifiers()
        guard isInRule else {
            if open == nil { open = stray(at: token) }
            return grow(token)
        }
        grow(token)
        switch token.kind {
        case .openComment:
            open?.flaw = "comment is not closed"
        case .word where depth == 1 && text(token) == "condition":
            noteCondition()
        case .symbol where source[token.range.lowerBound] == UInt8(ascii: "{"):
            depth += 1
        case .symbol where source[token.range.lowerBound] == UInt8(ascii: "}"):
            depth -= 1
            if depth <= 0 { close() }
        default:
            break
        }
    }

    private mutating func noteCondition() {
        var ahead = tokens
        guard let colon = ahead.next(), text(colon) == ":" else { return }
        open?.condition = colon.range.upperBound..<source.count
        open?.conditionLine = colon.line
    }

    private func stray(at token: RuleToken) -> RuleItem {
        RuleItem(
            kind: .stray, range: token.range, firstLine: token.line, lastLine: token.line,
            nameLine: token.line,
            flaw: token.kind == .openComment ? "comment is not closed" : "text outside any rule")
    }

    private mutating func grow(_ token: RuleToken) {
        guard let start = open?.range.lowerBound else { return }
        open?.range = start..<token.range.upperBound
        open?.lastLine = token.line
        if token.kind == .openComment {
            open?.flaw = "comment is not closed"
        }
    }

    /// Modifiers that no rule follows belong to the open item, or to nothing.
    private mutating func flushModifiers() {
        guard let start = modifiers else { return }
        modifiers = nil
        if open == nil { open = stray(at: start) }
    }

    /// Ends the open item before a token that begins another.
    private mutating func closeBefore(_ token: RuleToken) {
        modifiers = nil
        if let item = open, item.range.upperBound > token.range.lowerBound {
            open?.range = item.range.lowerBound..<max(item.range.lowerBound, token.range.lowerBound)
            open?.lastLine = min(item.lastLine, token.line)
        }
        close()
    }

    private mutating func close() {
        guard var item = open else { return }
        open = nil
        if let condition = item.condition {
            let end = max(condition.lowerBound, item.range.upperBound - 1)
            item.condition = condition.lowerBound..<end
        }
        if item.flaw == nil, source[item.range].contains(0) {
            item.flaw = "NUL byte in a rule"
        }
        items.append(item)
    }

    private func text(_ token: RuleToken) -> String {
        String(decoding: source[token.range], as: UTF8.self)
    }
}
