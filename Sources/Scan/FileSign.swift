/// Something in a condition that speaks of a file as a whole, so that the rule is about objects rather than about
/// what goes over the wire.
public enum FileSign: Hashable, Sendable {
    /// `at 0`, or a number read at offset 0.
    case offsetZero
    /// `filesize`.
    case fileSize
    /// `entrypoint`.
    case entryPoint
    /// A module that takes a format apart.
    case module(String)
    /// An external variable that only objects have.
    case variable(String)

    /// Modules whose functions do not care what the bytes are.
    private static let general: Set = ["math", "hash", "string", "time", "console", "cuckoo"]
    private static let variables: Set = ["filename", "filepath", "extension", "filetype", "md5"]
    private static let readers: Set = [
        "int8", "int16", "int32", "uint8", "uint16", "uint32", "int8be", "int16be", "int32be", "uint8be",
        "uint16be", "uint32be",
    ]

    /// The signs in the tokens of a condition, each once, in the order in which they come.
    static func signs(in tokens: [String], modules: Set<String>) -> [FileSign] {
        var signs: [FileSign] = []
        for (index, token) in tokens.enumerated() {
            let next = index + 1 < tokens.count ? tokens[index + 1] : ""
            let third = index + 2 < tokens.count ? tokens[index + 2] : ""
            let sign: FileSign? =
                switch token {
                case "filesize": .fileSize
                case "entrypoint": .entryPoint
                case "at" where isZero(next): .offsetZero
                case _ where readers.contains(token) && next == "(" && isZero(third): .offsetZero
                case _ where variables.contains(token): .variable(token)
                case _ where next == "." && modules.contains(token) && !general.contains(token):
                    .module(token)
                default: nil
                }
            if let sign, !signs.contains(sign) { signs.append(sign) }
        }
        return signs
    }

    private static func isZero(_ token: String) -> Bool { token == "0" || token == "0x0" || token == "0x00" }

    /// Its short form, the same in every language: `at 0`, `filesize`, `pe`.
    public var word: String {
        switch self {
        case .offsetZero: "at 0"
        case .fileSize: "filesize"
        case .entryPoint: "entrypoint"
        case .module(let name), .variable(let name): name
        }
    }
}
