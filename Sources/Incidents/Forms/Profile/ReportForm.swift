/// A paper that has to be produced: its fields and how it is printed.
public struct ReportForm: Sendable {
    /// What it is called, distinct in its profile.
    public var id: String
    /// What is printed over it.
    public var title: FormText
    /// What it is about.
    public var scope: Scope
    /// Which addresses of the organisation may be in it.
    public var addresses: Addresses
    /// What the subject of the mail that carries it begins with; empty for nothing.
    public var subjectPrefix: String
    /// Its fields, under their headings.
    public var sections: [FormSection]
    /// What stands over the signature: in what capacity somebody signs; nil for nothing.
    public var signature: FormText?
    /// What has to be said at its foot: what is not verified, what only a person can do.
    public var notes: [FormText]
    /// How it is printed.
    public var template: FormTemplate

    /// A form from its parts.
    public init(
        id: String, title: FormText, scope: Scope, addresses: Addresses, subjectPrefix: String,
        sections: [FormSection], signature: FormText? = nil, notes: [FormText],
        template: FormTemplate
    ) {
        self.id = id
        self.title = title
        self.scope = scope
        self.addresses = addresses
        self.subjectPrefix = subjectPrefix
        self.sections = sections
        self.signature = signature
        self.notes = notes
        self.template = template
    }

    /// All its fields, in their order.
    public var fields: [FormField] { sections.flatMap(\.fields) }

    /// What a form is about.
    public enum Scope: String, CaseIterable, Sendable {
        /// One incident.
        case incident
        /// A span of days, and the incidents in it.
        case period
    }

    /// Which addresses may be in a form.
    public enum Addresses: String, CaseIterable, Sendable {
        /// Those in use on the Internet alone, as Mẫu 03 of TT 20/2017/TT-BTTTT asks.
        case `public`
        /// All of them.
        case all
    }
}
