/// Something the program says to people, in every language.
///
/// Each kind of text is an enum whose cases carry what varies; its catalogues (`Vietnamese/`, `English/`) render it
/// by an exhaustive switch, so that a text without a translation does not compile.
protocol Text: CustomStringConvertible {
    /// The Vietnamese wording.
    var vietnamese: String { get }
    /// The English wording.
    var english: String { get }
}

extension Text {
    /// The wording in the language of this process.
    var description: String { text(.current) }

    /// The wording in a language.
    func text(_ language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}
