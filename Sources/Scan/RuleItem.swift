/// A part of a rule file that can be left out without touching the others.
struct RuleItem: Equatable {
    /// What it is.
    var kind: Kind
    /// Its bytes in the file.
    var range: Range<Int>
    /// The line it begins on.
    var firstLine: Int
    /// The line it ends on.
    var lastLine: Int
    /// The line of the rule's name.
    var nameLine: Int
    /// The bytes after `condition:`, up to the closing brace; nil for other items and for rules without.
    var condition: Range<Int>?
    /// The line the condition begins on.
    var conditionLine = 0
    /// What is wrong with it, when that can be told without compiling.
    var flaw: String?

    /// The items of a rule file.
    enum Kind: Equatable {
        /// A rule, whole or broken. The name is empty when it has none.
        case rule(String)
        /// `import "module"`.
        case moduleImport(String)
        /// `include "path"`.
        case include(String)
        /// Tokens that belong to nothing.
        case stray
    }

    /// The name, when it is a rule that has one.
    var ruleName: String? {
        if case .rule(let name) = kind, !name.isEmpty { name } else { nil }
    }
}
