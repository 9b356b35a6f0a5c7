import Incidents

/// One thing in a part of a digest, for whoever prints it as text or as a page. Texts of unknown origin are escaped in it.
enum DigestBlock {
    /// A sentence.
    case line(Cell)
    /// Numbers with what they are, and perhaps a few words more.
    case facts([Fact])
    /// Rows under headings, and how many rows are missing at the end.
    case table(DigestTable)
    /// Bars for nights, the earliest first; the last is the one that it is all about.
    case bars([NightSummary])

    /// A number with what it is.
    struct Fact {
        /// What it is.
        let label: DigestLabel
        /// How much it is.
        let value: Cell
        /// More about it; empty for nothing.
        let detail: String

        /// A fact.
        init(_ label: DigestLabel, _ value: Cell, _ detail: String = "") {
            self.label = label
            self.value = value
            self.detail = detail
        }
    }
}
