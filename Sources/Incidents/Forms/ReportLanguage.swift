/// The languages that a form is written in.
public enum ReportLanguage: String, CaseIterable, Sendable {
    /// The language of the law, and of what is sent.
    case vietnamese = "vi"
    /// A working translation, for whoever has to understand what is sent; never the form itself.
    case english = "en"
}
