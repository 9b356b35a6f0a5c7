import Foundation

/// A piece of English that comes from elsewhere (the system, a library, a lower room) and its Vietnamese.
///
/// Such texts have no catalogue of their own, so they are matched by pattern, line by line. What matches none is
/// shown as it is, which is better than nothing.
struct Pattern: Sendable {
    /// A regular expression.
    private let expression: String
    /// What replaces it, with `$1` for its first group.
    private let template: String

    /// A pattern and its replacement.
    init(_ expression: String, _ template: String) {
        self.expression = expression
        self.template = template
    }

    /// `text` with every match of every pattern replaced, in the order of the patterns.
    static func apply(_ patterns: [Pattern], to text: String) -> String {
        patterns.reduce(text) { text, pattern in
            guard
                let expression = try? NSRegularExpression(
                    pattern: pattern.expression, options: .anchorsMatchLines)
            else { return text }
            let range = NSRange(text.startIndex..., in: text)
            return expression.stringByReplacingMatches(
                in: text, range: range, withTemplate: pattern.template)
        }
    }
}
