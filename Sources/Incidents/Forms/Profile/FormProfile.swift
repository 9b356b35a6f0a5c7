/// The forms, deadlines and addressees of one set of laws. They change with the law, so they are data: whoever uses them
/// says which profiles hold.
public struct FormProfile: Sendable {
    /// What it is called: `tt20-2017`.
    public var id: String
    /// What people call it.
    public var title: FormText
    /// The provisions it rests on.
    public var basis: [LegalBasis]
    /// To whom its papers go.
    public var addressees: [FormText]
    /// Its deadlines, in the order in which they are shown.
    public var clocks: [FormClock]
    /// Its papers.
    public var forms: [ReportForm]
    /// What has to be said at the foot of each paper: what is not verified.
    public var notes: [FormText]

    /// A profile from its parts.
    public init(
        id: String, title: FormText, basis: [LegalBasis], addressees: [FormText], clocks: [FormClock],
        forms: [ReportForm], notes: [FormText]
    ) {
        self.id = id
        self.title = title
        self.basis = basis
        self.addressees = addressees
        self.clocks = clocks
        self.forms = forms
        self.notes = notes
    }

    /// The form of an identifier; nil when it has none.
    public func form(_ id: String) -> ReportForm? { forms.first { $0.id == id } }

    /// The provisions that were not read in the original.
    public var unverified: [LegalBasis] { basis.filter { !$0.verification.isVerified } }
}
