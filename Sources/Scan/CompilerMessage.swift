/// What libyara's compiler said about one line.
struct CompilerMessage: Equatable, Sendable {
    /// True when the text does not compile.
    var isError: Bool
    /// The line of the compiled text, from 1.
    var line: Int
    /// The rule it was in, when it was in one.
    var rule: String?
    /// Its words.
    var text: String
}
