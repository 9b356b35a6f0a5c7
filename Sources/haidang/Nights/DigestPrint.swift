/// A digest as text: lines that no terminal obeys, in at most so many columns.
struct DigestPrint {
    /// Columns where nobody says how many there are: those of a terminal, and of a mail that is not folded.
    static let usualColumns = 80

    private let columns: Int
    private let palette: Palette
    private var lines: [String] = []

    /// The lines of a sheet. What is too wide is folded.
    static func lines(_ sheet: DigestSheet, columns: Int = usualColumns, palette: Palette) -> [String] {
        var print = DigestPrint(columns: max(columns, 40), palette: palette)
        print.heading(sheet.title)
        for cell in sheet.head { print.line(cell) }
        for section in sheet.sections {
            print.lines.append("")
            print.heading("\(section.heading)")
            for block in section.blocks { print.write(block) }
        }
        return print.lines
    }

    /// A text without colours, each line with its end.
    static func text(_ sheet: DigestSheet) -> String {
        lines(sheet, palette: Palette(enabled: false)).map { $0 + "\n" }.joined()
    }

    private init(columns: Int, palette: Palette) {
        self.columns = columns
        self.palette = palette
    }

    private mutating func heading(_ text: String) {
        lines.append(palette.paint(text.uppercased(), .strong))
    }

    private mutating func write(_ block: DigestBlock) {
        switch block {
        case .line(let cell): line(cell, indent: 2)
        case .facts(let facts): write(facts)
        case .table(let table): write(table)
        case .bars: break  // The table beside it has the same numbers.
        }
    }

    private mutating func line(_ cell: Cell, indent: Int = 0) {
        let margin = String(repeating: " ", count: indent)
        for line in Self.wrapped(cell.text, to: columns - indent) {
            lines.append(margin + palette.paint(line, cell.tone))
        }
    }

    private mutating func write(_ facts: [DigestBlock.Fact]) {
        let labels = facts.map { DisplayWidth.columns("\($0.label)") }.max() ?? 0
        let values = facts.map { DisplayWidth.columns($0.value.text) }.max() ?? 0
        for fact in facts {
            let label = Self.padded("\(fact.label)", to: labels)
            let space = String(repeating: " ", count: values - DisplayWidth.columns(fact.value.text))
            let text = "  \(label)  \(space)\(palette.paint(fact.value.text, fact.value.tone))"
            let room = columns - labels - values - 6
            let details = fact.detail.isEmpty ? [] : Self.wrapped(fact.detail, to: max(room, 16))
            lines.append(text + (details.first.map { "  " + $0 } ?? ""))
            for more in details.dropFirst() {
                lines.append(String(repeating: " ", count: labels + values + 6) + more)
            }
        }
    }

    /// A table in the columns there are: where it is too wide, what is behind a name goes to lines of its own.
    private mutating func write(_ content: DigestTable) {
        var table = Table(content.headings, fold: content.headings.count)
        for row in content.rows { table.add(row) }
        if table.columns + 2 <= columns {
            for line in table.lines(width: nil, palette: palette) { lines.append("  " + line) }
        } else {
            for row in content.rows { fold(row, content) }
        }
        if content.more > 0 { line(Cell("\(DigestText.more(content.more))", tone: .faint), indent: 2) }
    }

    private mutating func fold(_ row: [Cell], _ table: DigestTable) {
        var text = "  "
        for (column, cell) in row.prefix(table.wide).enumerated() {
            let width = table.rows.map { DisplayWidth.columns($0[column].text) }.max() ?? 0
            let space = String(repeating: " ", count: width - DisplayWidth.columns(cell.text) + 2)
            text += palette.paint(cell.text, cell.tone) + space
        }
        let indent = table.wide == 0 ? 4 : 2 + table.widthBeforeName
        lines.append(text + palette.paint(row[table.wide].text, row[table.wide].tone))
        let rest = row.dropFirst(table.wide + 1).map(\.text).filter { !$0.isEmpty }.joined(separator: " · ")
        if !rest.isEmpty { line(Cell(rest), indent: indent) }
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.columns(text)))
    }

    /// Lines of whole words; a word that is longer than a line has one of its own.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = [""]
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let last = lines[lines.count - 1]
            let isFirst = last.isEmpty
            if isFirst || DisplayWidth.columns(last) + 1 + DisplayWidth.columns(String(word)) <= width {
                lines[lines.count - 1] = isFirst ? String(word) : last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
