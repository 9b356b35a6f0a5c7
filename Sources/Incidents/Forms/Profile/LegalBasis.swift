/// A provision that a form or a clock rests on.
public struct LegalBasis: Equatable, Sendable {
    /// What clocks call it, within their profile.
    public var id: String
    /// The law, decree or circular, as it is cited.
    public var instrument: String
    /// Article, clause and point; empty for the whole.
    public var article: String
    /// How well it is known.
    public var verification: Verification
    /// What there is to know about it: whether it is in force, what was not read; nil for nothing.
    public var note: FormText?

    /// A provision from its parts.
    public init(
        id: String, instrument: String, article: String, verification: Verification, note: FormText? = nil
    ) {
        self.id = id
        self.instrument = instrument
        self.article = article
        self.verification = verification
        self.note = note
    }

    /// It as it is cited: article, then instrument.
    public var citation: String { article.isEmpty ? instrument : "\(article) \(instrument)" }
}
