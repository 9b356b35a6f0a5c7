/// One box that can be ticked in a field of a form.
public struct FormChoice: Equatable, Sendable {
    /// What answers call it, distinct in its field.
    public var id: String
    /// What stands beside the box.
    public var label: FormText

    /// A box from its parts.
    public init(id: String, label: FormText) {
        self.id = id
        self.label = label
    }
}
