/// A text of a profile in both languages.
public struct FormText: Equatable, Sendable {
    /// The Vietnamese text, which is the official one.
    public var vietnamese: String
    /// A working translation.
    public var english: String

    /// A text from its two wordings.
    public init(vietnamese: String, english: String) {
        self.vietnamese = vietnamese
        self.english = english
    }

    /// The wording in a language.
    public func text(_ language: ReportLanguage) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}
