/// Pieces put one below the other as one text for the compiler, which can tell which piece a line belongs to.
struct RuleText {
    /// The text. Every piece begins on a line of its own.
    private(set) var bytes: [UInt8] = []
    /// The first line of each piece, from 1.
    private var firstLines: [Int] = []
    private let pieces: [RulePiece]

    /// The text of these pieces.
    init(_ pieces: [RulePiece]) {
        self.pieces = pieces
        bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count + 1 })
        var line = 1
        for piece in pieces {
            firstLines.append(line)
            bytes.append(contentsOf: piece.bytes)
            bytes.append(UInt8(ascii: "\n"))
            for byte in piece.bytes where byte == UInt8(ascii: "\n") { line += 1 }
            line += 1
        }
    }

    /// The piece that a line of the text belongs to; nil only when there is none.
    func piece(at line: Int) -> Int? {
        var low = 0
        var high = firstLines.count
        while low < high {
            let middle = (low + high) / 2
            if firstLines[middle] <= line { low = middle + 1 } else { high = middle }
        }
        return firstLines.isEmpty ? nil : max(low - 1, 0)
    }

    /// The piece that a message is about. A rule without its closing brace is only noticed in what follows,
    /// at the end of the text even without a line, so a name outranks the line.
    func piece(of message: CompilerMessage) -> Int? {
        guard let here = piece(at: message.line > 0 ? message.line : .max) else { return nil }
        guard let name = message.rule else { return here }
        return stride(from: here, through: 0, by: -1).first { pieces[$0].item.ruleName == name } ?? here
    }

    /// The message as a problem with its piece, on the line of its file.
    func problem(_ message: CompilerMessage, piece index: Int) -> RuleProblem {
        let piece = pieces[index]
        let reported = message.line > 0 ? message.line - firstLines[index] : .max
        let offset = Self.line(named: message.text, upTo: reported, in: piece.bytes) ?? reported
        let last = piece.item.lastLine - piece.item.firstLine
        let line = piece.item.firstLine + min(max(offset, 0), max(last, 0))
        return piece.problem(message.text, line: line, isError: message.isError)
    }

    /// libyara has often read one token further before it complains. Where its message quotes a name, the
    /// line is that of the name's last place so far; where a line ended too early, it is the line before.
    /// From 0.
    private static func line(named message: String, upTo last: Int, in bytes: [UInt8]) -> Int? {
        if message.hasPrefix("unterminated") { return last == .max ? nil : last - 1 }
        let parts = message.split(separator: "\"", omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return nil }
        let name = parts[1].utf8.drop { $0 == UInt8(ascii: "$") }
        var tokens = RuleTokenizer(bytes, line: 0)
        var found: Int?
        while let token = tokens.next(), token.line <= last {
            let isSigil = token.kind == .string || token.kind == .property
            if bytes[token.range].dropFirst(isSigil ? 1 : 0).elementsEqual(name) { found = token.line }
        }
        return found
    }
}
