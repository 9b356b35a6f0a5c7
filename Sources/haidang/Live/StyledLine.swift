/// One line of the panel: pieces of text, each with its tone, cut to the width of the terminal as a whole.
struct StyledLine: Sendable {
    private(set) var pieces: [(text: String, tone: Palette.Tone?)]

    /// A line of one piece, or of none.
    init(_ text: String = "", _ tone: Palette.Tone? = nil) {
        pieces = text.isEmpty ? [] : [(text, tone)]
    }

    /// Columns of the whole.
    var columns: Int { pieces.reduce(0) { $0 + DisplayWidth.columns($1.text) } }

    /// Goes on with a piece. The text is our own, or has been escaped.
    mutating func add(_ text: String, _ tone: Palette.Tone? = nil) {
        pieces.append((text, tone))
    }

    /// The line with one more piece at its end.
    func followed(by text: String, _ tone: Palette.Tone?) -> StyledLine {
        var line = self
        line.add(text, tone)
        return line
    }

    /// The text, at most `width` columns; what does not fit is cut, and an ellipsis says so.
    func text(width: Int, palette: Palette) -> String {
        var text = ""
        var left = width
        for (index, piece) in pieces.enumerated() {
            let columns = DisplayWidth.columns(piece.text)
            let isLast = index + 1 == pieces.count
            // A piece that fills the line to its end leaves no room to say that more would follow.
            if columns > left || columns == left && !isLast {
                text += palette.paint(DisplayWidth.cut(piece.text, to: left), piece.tone)
                break
            }
            text += palette.paint(piece.text, piece.tone)
            left -= columns
        }
        return text
    }

    /// Lines that hold all items, separated by ` · `, none wider than `width` if its items allow it. The first line
    /// begins with `head`, the others are indented as far.
    static func wrapped(
        _ head: StyledLine, _ items: [(text: String, tone: Palette.Tone?)], width: Int
    ) -> [StyledLine] {
        var lines = [head]
        var isFirst = true
        for item in items {
            let columns = DisplayWidth.columns(item.text) + (isFirst ? 0 : 3)
            if !isFirst, lines[lines.count - 1].columns + columns > width {
                lines.append(StyledLine(String(repeating: " ", count: head.columns)))
                isFirst = true
            }
            if !isFirst { lines[lines.count - 1].add(" · ", .faint) }
            lines[lines.count - 1].add(item.text, item.tone)
            isFirst = false
        }
        return lines
    }
}
