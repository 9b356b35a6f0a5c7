/// What a key takes.
enum ConfigurationKind: Equatable, Sendable {
    /// A whole number in a range, of a unit.
    case number(ClosedRange<Int>, unit: ConfigurationUnit)
    /// true or false.
    case boolean
    /// One of these words.
    case word([String])
    /// A text that is not empty.
    case text
    /// A text or a list of texts.
    case texts
    /// A mapping from networks (CIDR) to one of these words.
    case networks([String])
}
