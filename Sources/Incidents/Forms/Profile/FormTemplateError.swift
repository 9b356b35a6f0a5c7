/// What is wrong with the template of a form.
public struct FormTemplateError: Error, Equatable, Sendable {
    /// The template's file, as the profile names it.
    public var file: String
    /// The line, from 1; 0 when it is about the whole file.
    public var line: Int
    /// What is wrong.
    public var reason: Reason

    /// An error from its parts.
    public init(file: String, line: Int, reason: Reason) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    /// What can be wrong with a template.
    public enum Reason: Equatable, Sendable {
        /// It names a field that the form does not have; and the known name that looks most like it.
        case unknownField(String, nearest: String?)
        /// It names a part that is not there; and the one that looks most like it.
        case unknownPart(String, nearest: String?)
        /// A part that leads back to itself.
        case circularPart(String)
        /// A tag of a kind that templates of forms may not have: one that prints without escaping, or changes what tags
        /// mean.
        case forbiddenTag(String)
        /// A field of the form that it prints nowhere, so that its content would be lost.
        case unprintedField(String)
        /// It is no Mustache.
        case syntax(String)
    }
}
