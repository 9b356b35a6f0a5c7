/// One field of a form.
public struct FormField: Equatable, Sendable {
    /// What templates and answers call it, distinct in its form.
    public var key: String
    /// What is printed before it, without the mark of a mandatory field.
    public var label: FormText
    /// Whether it has to be filled in.
    public var need: Need
    /// Where it is known from; nil when only people know.
    public var source: FieldSource?
    /// The boxes that it consists of; empty for a field of text.
    public var choices: [FormChoice]
    /// True when several boxes may be ticked.
    public var allowsSeveral: Bool

    /// A field from its parts.
    public init(
        key: String, label: FormText, need: Need = .optional, source: FieldSource? = nil,
        choices: [FormChoice] = [], allowsSeveral: Bool = false
    ) {
        self.key = key
        self.label = label
        self.need = need
        self.source = source
        self.choices = choices
        self.allowsSeveral = allowsSeveral
    }

    /// Whether a field has to be filled in.
    public enum Need: String, CaseIterable, Sendable {
        /// It may stay empty.
        case optional = "no"
        /// It has to be filled in, and bears the mark (*).
        case mandatory = "yes"
        /// It is a part of a mandatory one, which bears the mark for it: it has to be filled in.
        case part

        /// True when it has to be filled in.
        public var isMandatory: Bool { self != .optional }
    }
}
