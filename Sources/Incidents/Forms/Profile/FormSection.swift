/// Fields of a form that stand under one heading.
public struct FormSection: Equatable, Sendable {
    /// What it is called, distinct in its form.
    public var id: String
    /// The heading.
    public var title: FormText
    /// The fields, in their order.
    public var fields: [FormField]

    /// A section from its parts.
    public init(id: String, title: FormText, fields: [FormField]) {
        self.id = id
        self.title = title
        self.fields = fields
    }
}
