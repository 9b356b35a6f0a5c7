/// The rows of the first table under a heading of a Markdown page.
struct MarkdownTable {
    /// The cells of each row below the header, without the marks for code.
    let rows: [[String]]

    init(under heading: String, in page: String) {
        var lines = page.split(separator: "\n", omittingEmptySubsequences: false)[...]
        lines = lines.drop { !($0.hasPrefix("#") && $0.drop { $0 == "#" || $0 == " " } == heading) }
        lines = lines.dropFirst().prefix { !$0.hasPrefix("#") }
        rows = lines.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2).map(Self.cells)
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map { cell in
            String(cell.filter { $0 != "`" }.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// The names in a cell, divided by commas; none for a dash.
    static func names(_ cell: String) -> Set<String> {
        Set(cell.split { $0 == "," || $0 == " " }.map(String.init)).subtracting(["–", "-"])
    }
}
