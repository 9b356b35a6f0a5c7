import Incidents

/// A text in the two languages that this program speaks.
public struct BilingualText: Equatable, Sendable {
    /// In English.
    public var english: String
    /// In Vietnamese; where it is empty the English stands for it.
    public var vietnamese: String

    /// A text from both.
    public init(english: String = "", vietnamese: String = "") {
        self.english = english
        self.vietnamese = vietnamese
    }

    /// The text in a language, or in the other where it has none.
    public func text(_ language: ReportLanguage) -> String {
        let wanted = language == .english ? english : vietnamese
        return wanted.isEmpty ? (language == .english ? vietnamese : english) : wanted
    }
}
