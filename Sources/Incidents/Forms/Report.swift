/// A form that was filled in.
public struct Report: Sendable {
    /// A whole page of HTML (UTF-8), to print or to open in a word processor. Nothing in it is active, and it loads nothing.
    public var html: String
    /// The same for machines, as one JSON object on one line (RFC 8259).
    public var json: String
    /// The subject of the mail that may carry it.
    public var subject: String
    /// The mandatory fields that are not known, in the order of the form.
    public var missing: [FormField]
    /// What whoever sends it should know.
    public var warnings: [ReportWarning]
}
