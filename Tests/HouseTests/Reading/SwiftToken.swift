/// One piece of Swift text that is neither comment nor blank.
struct SwiftToken: Equatable {
    /// A word, a single sign, or a string literal: a quotation mark followed by what stands in it.
    let text: String
    /// The line it starts on, from 1.
    let line: Int

    /// What stands in a string literal; nil for any other token.
    var string: String? {
        text.hasPrefix("\"") ? String(text.dropFirst()) : nil
    }

    /// True for an identifier or keyword.
    var isWord: Bool {
        text.first.map { $0.isLetter || $0 == "_" || $0 == "`" } ?? false
    }
}
