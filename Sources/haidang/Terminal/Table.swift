/// Rows under headings, as wide as they need to be; on a terminal too narrow for that each row is folded in two.
struct Table {
    private let headings: [String]
    private let fold: Int
    private var rows: [[Cell]] = []

    /// An empty table. `fold` says how many columns stay on the first line when rows are folded.
    init(_ headings: [String], fold: Int) {
        self.headings = headings
        self.fold = fold
    }

    /// True without rows.
    var isEmpty: Bool { rows.isEmpty }

    /// Adds a row with one field for each heading.
    mutating func add(_ row: [Cell]) {
        precondition(row.count == headings.count, "a row has as many fields as the table has headings")
        rows.append(row)
    }

    /// Columns of its widest line, unless it is folded.
    var columns: Int { widths.reduce(0, +) + 2 * (widths.count - 1) }

    private var widths: [Int] {
        headings.indices.map { column in
            rows.reduce(DisplayWidth.columns(headings[column])) {
                max($0, DisplayWidth.columns($1[column].text))
            }
        }
    }

    /// The lines of the table. `width` is that of the terminal in columns; nil means as wide as needed.
    func lines(width: Int?, palette: Palette) -> [String] {
        let widths = widths
        let folded = width.map { columns > $0 } ?? false
        let count = folded ? fold : headings.count
        let heading = headings.prefix(count).map { Cell($0, tone: .strong) }
        var lines = [line(heading, widths, palette, like: rows.first)]
        for row in rows {
            lines.append(line(Array(row.prefix(count)), widths, palette, like: row))
            let rest = row.dropFirst(count).filter { !$0.text.isEmpty }
            if !rest.isEmpty {
                lines.append("    " + rest.map { palette.paint($0.text, $0.tone) }.joined(separator: " · "))
            }
        }
        return lines
    }

    /// One line; a heading stands on the side of what is under it.
    private func line(_ cells: [Cell], _ widths: [Int], _ palette: Palette, like row: [Cell]?) -> String {
        var text = ""
        for (column, cell) in cells.enumerated() {
            let padding = String(
                repeating: " ", count: max(0, widths[column] - DisplayWidth.columns(cell.text)))
            let painted = palette.paint(cell.text, cell.tone)
            let right = row?[column].isNumber ?? false
            if column > 0 { text += "  " }
            text += right ? padding + painted : column + 1 == cells.count ? painted : painted + padding
        }
        // A last column without a text leaves nothing but padding.
        while text.last == " " { text.removeLast() }
        return text
    }
}
