import NetTypes

/// A value that has been found to be of its key's kind.
enum ConfigurationValue: Sendable {
    /// Of kind `number`.
    case number(Int)
    /// Of kind `boolean`.
    case boolean(Bool)
    /// Of kind `word` or `text`.
    case text(String)
    /// Of kind `texts`.
    case texts([String])
    /// Of kind `networks`, in the order of the file.
    case networks([(network: IPNetwork, word: String)])

    /// The value as it would be written in the file.
    var yaml: String {
        switch self {
        case .number(let number): String(number)
        case .boolean(let boolean): boolean ? "true" : "false"
        case .text(let text): text.isEmpty ? "\"\"" : text
        case .texts(let texts): "[" + texts.joined(separator: ", ") + "]"
        case .networks(let entries):
            "{"
                + entries.map { "\($0.network.address)/\($0.network.prefixLength): \($0.word)" }
                .joined(separator: ", ") + "}"
        }
    }
}
