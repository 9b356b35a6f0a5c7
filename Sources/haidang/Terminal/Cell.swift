/// One field of a table: its text, already safe to show, and how it stands.
struct Cell: Sendable, ExpressibleByStringLiteral {
    /// What is shown.
    let text: String
    /// Its colour; nil for the terminal's own.
    let tone: Palette.Tone?
    /// True for numbers, which stand on the right.
    let isNumber: Bool

    /// A field with a text of our own or one that has been escaped.
    init(_ text: String, tone: Palette.Tone? = nil) {
        self.text = text
        self.tone = tone
        isNumber = false
    }

    /// A field with a number.
    init(_ number: some BinaryInteger) {
        text = Number.grouped(number)
        tone = nil
        isNumber = true
    }

    /// A field with a number that has been written already.
    init(number: String, tone: Palette.Tone? = nil) {
        text = number
        self.tone = tone
        isNumber = true
    }

    /// A field with a fixed text.
    init(stringLiteral text: String) {
        self.init(text)
    }

    /// A field with a text of unknown origin: it is escaped here.
    static func foreign(_ text: String, tone: Palette.Tone? = nil) -> Cell {
        Cell(Escaping.shown(text), tone: tone)
    }
}
