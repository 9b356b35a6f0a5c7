/// Cuts Swift text into tokens, so that the house rules see code and not what comments and strings say.
///
/// It knows comments (nested ones too), every form of string literal with interpolations inside, and regular
/// expressions between `#/` and `/#`. It does not know those between bare slashes: a quotation mark in one would
/// hide the rest of its line.
struct SwiftLexer {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private(set) var tokens: [SwiftToken] = []
    private(set) var comments: [SwiftToken] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
        code(insideInterpolation: false)
    }

    private func byte(_ ahead: Int = 0) -> UInt8 {
        position + ahead < bytes.count ? bytes[position + ahead] : 0
    }

    private func text(from start: Int, to end: Int) -> String {
        String(decoding: bytes[start..<min(end, bytes.count)], as: UTF8.self)
    }

    /// Steps over one byte and keeps count of the lines.
    private mutating func step() {
        if byte() == UInt8(ascii: "\n") { line += 1 }
        position += 1
    }

    /// Reads code to the end of the text, or to the parenthesis that closes an interpolation.
    private mutating func code(insideInterpolation: Bool) {
        var depth = 0
        while position < bytes.count {
            switch byte() {
            case UInt8(ascii: "\n"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                step()
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
                lineComment()
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
                blockComment()
            case UInt8(ascii: "\""), UInt8(ascii: "#"):
                literalOrSign()
            case let byte where Self.isWord(byte):
                word()
            case UInt8(ascii: ")") where insideInterpolation && depth == 0:
                position += 1
                return
            case let byte:
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                sign()
            }
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "`"),
            UInt8(ascii: "$"), 0x80...:
            true
        default: false
        }
    }

    private mutating func sign() {
        tokens.append(SwiftToken(text: text(from: position, to: position + 1), line: line))
        position += 1
    }

    private mutating func word() {
        let start = position
        while position < bytes.count, Self.isWord(byte()) { position += 1 }
        tokens.append(SwiftToken(text: text(from: start, to: position), line: line))
    }

    private mutating func lineComment() {
        let start = position
        while position < bytes.count, byte() != UInt8(ascii: "\n") { position += 1 }
        comments.append(SwiftToken(text: text(from: start, to: position), line: line))
    }

    private mutating func blockComment() {
        let (start, first) = (position, line)
        var depth = 0
        repeat {
            if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
                depth += 1
                position += 2
            } else if byte() == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
                depth -= 1
                position += 2
            } else {
                step()
            }
        } while depth > 0 && position < bytes.count
        comments.append(SwiftToken(text: text(from: start, to: position), line: first))
    }

    /// A string or regular expression, with any number of `#` before it; or a lone `#`, as in `#if`.
    private mutating func literalOrSign() {
        var hashes = 0
        while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
        switch byte(hashes) {
        case UInt8(ascii: "\""): string(hashes: hashes)
        case UInt8(ascii: "/") where hashes > 0: expression(hashes: hashes)
        default: sign()
        }
    }

    private mutating func expression(hashes: Int) {
        position += hashes + 1
        while position < bytes.count, !closes(UInt8(ascii: "/"), times: 1, hashes: hashes) { step() }
        position += 1 + hashes
    }

    private mutating func string(hashes: Int) {
        position += hashes
        let quotes = byte(1) == UInt8(ascii: "\"") && byte(2) == UInt8(ascii: "\"") ? 3 : 1
        position += quotes
        let (start, first) = (position, line)
        while position < bytes.count, !closes(UInt8(ascii: "\""), times: quotes, hashes: hashes) {
            if quotes == 1, byte() == UInt8(ascii: "\n") { break }
            escapeOrByte(hashes: hashes)
        }
        tokens.append(SwiftToken(text: "\"" + text(from: start, to: position), line: first))
        if byte() != UInt8(ascii: "\n") { position += quotes + hashes }
    }

    private mutating func escapeOrByte(hashes: Int) {
        guard byte() == UInt8(ascii: "\\"), (1..<(hashes + 1)).allSatisfy({ byte($0) == UInt8(ascii: "#") })
        else { return step() }
        position += 1 + hashes
        if byte() == UInt8(ascii: "(") {
            position += 1
            code(insideInterpolation: true)
        } else if position < bytes.count {
            step()
        }
    }

    private func closes(_ mark: UInt8, times: Int, hashes: Int) -> Bool {
        (0..<times).allSatisfy { byte($0) == mark }
            && (0..<hashes).allSatisfy { byte(times + $0) == UInt8(ascii: "#") }
    }
}
