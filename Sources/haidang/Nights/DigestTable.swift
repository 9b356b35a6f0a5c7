/// A table of a digest.
struct DigestTable {
    /// Its headings.
    let headings: [String]
    /// A cell for each heading.
    let rows: [[Cell]]
    /// Rows that are not there.
    let more: UInt64
    /// The column in which names are that may be long.
    let wide: Int

    /// A table; `wide` is the column with names that may be long.
    init(_ headings: [String], _ rows: [[Cell]], more: UInt64 = 0, wide: Int = 0) {
        self.headings = headings
        self.rows = rows
        self.more = more
        self.wide = wide
    }

    /// Columns that stand in front of the names on a terminal, with what keeps them apart.
    var widthBeforeName: Int {
        (0..<wide).reduce(0) { sum, column in
            sum + 2 + (rows.map { DisplayWidth.columns($0[column].text) }.max() ?? 0)
        }
    }
}
