/// Something in a configuration file that is not valid, and where.
struct ConfigurationProblem: Equatable, Sendable, Text {
    /// The file, as it was given.
    let file: String
    /// The line, from 1; 0 when the problem is with the whole file.
    let line: Int
    /// What is wrong.
    let kind: Kind

    /// What can be wrong.
    enum Kind: Equatable, Sendable {
        /// The file cannot be read; the system says why.
        case unreadable(reason: String)
        /// It is not YAML; the parser says why.
        case syntax(reason: String)
        /// A key that does not exist, and the one that looks most like it.
        case unknownKey(String, nearest: String?)
        /// A key that occurs twice.
        case duplicateKey(String)
        /// A value of another kind than the key takes.
        case wrongType(key: String, expected: ConfigurationKind)
        /// A section with a plain value, or a file that is no mapping.
        case notASection(String)
        /// Something that only a file of data can have.
        case data(DataProblem)
    }
}
