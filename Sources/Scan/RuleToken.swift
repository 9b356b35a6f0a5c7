/// A token of the rule language. Its text is the bytes of `range` in the source.
struct RuleToken: Equatable {
    /// What it is.
    var kind: Kind
    /// Its bytes, with quotes, slashes and sigils.
    var range: Range<Int>
    /// The line it begins on, from 1.
    var line: Int

    /// The kinds that boundaries and conditions are told from.
    enum Kind: Equatable {
        /// A keyword or a name.
        case word
        /// A number with its unit.
        case number
        /// `"text"`; unclosed it ends with its line, as in libyara.
        case text
        /// `/pattern/flags`; unclosed it ends with its line.
        case pattern
        /// `$name`, with a `*` when it is a wildcard.
        case string
        /// `#name`, `@name` or `!name`.
        case property
        /// `/* …` that is never closed: all the rest of the source.
        case openComment
        /// Anything else: a byte, or an operator of two.
        case symbol
    }
}
