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

    /// The piece that a message is about. A rule without its closing brace is only noticed in what follows, so a
    /// name outranks the line.
    func piece(of message: CompilerMessage) -> Int? {
        guard let here = piece(at: message.line) else { return nil }
        guard let name = message.rule else { return here }
        return stride(from: here, through: 0, by: -1).first { pieces[$0].item.ruleName == name } ?? here
    }

    /// The message as a problem with its piece, on the line of its file.
    func problem(_ message: CompilerMessage, piece index: Int) -> RuleProblem {
        let piece = pieces[index]
        let line = piece.item.firstLine + message.line - firstLines[index]
        return piece.problem(message.text, line: line, isError: message.isError)
    }
}
