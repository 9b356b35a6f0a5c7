import NetTypes

/// A command of a control connection (RFC 959 section 4.1).
struct FTPCommand {
    /// Its name in upper case; empty for a reply that nobody asked for.
    let name: String
    /// What follows the name, at most `RecordValue.longestText` bytes.
    let argument: [UInt8]
    /// True when more came of it than is kept.
    let isTruncated: Bool
    /// True when the line is none that the grammar has.
    let isMalformed: Bool

    /// Letters and digits that a name has at most. The standards have four; extensions in use have up to eight.
    private static let longestName = 12

    /// A command from its line.
    init(_ line: FTPLineReader.Line) {
        let bytes = line.bytes[...].drop { $0 == 0x20 || $0 == 0x09 }
        let word = bytes.prefix { $0 != 0x20 && $0 != 0x09 }
        isMalformed = word.isEmpty || word.count > Self.longestName || !word.allSatisfy(Self.isAlphanumeric)
        name = String(decoding: word.prefix(Self.longestName).map(Self.upper), as: UTF8.self)
        // Nobody knows what a line that is no command says; it may be a password whose start was lost.
        let rest = isMalformed ? [] : bytes.dropFirst(word.count + 1)
        argument = Array(rest.prefix(RecordValue.longestText))
        isTruncated = line.isTruncated || rest.count > argument.count
    }

    /// The command that an answer without one belongs to.
    init() {
        name = ""
        argument = []
        isTruncated = false
        isMalformed = false
    }

    /// The argument as text.
    var text: String { String(decoding: argument, as: UTF8.self) }

    /// True when the argument must not be told: a password, or what RFC 959 has beside it.
    var isSecret: Bool { name == "PASS" || name == "ACCT" }

    /// What a command that moves bytes over a data connection does; nil for the others.
    var movement: FTPTransfer.Movement? {
        switch name {
        case "RETR": .download
        case "STOR", "STOU", "APPE": .upload
        case "LIST", "NLST", "MLSD": .listing
        default: nil
        }
    }

    /// True when its answer names the server's end of a data connection.
    var isPassive: Bool { name == "PASV" || name == "EPSV" }

    /// True when it names the client's end of a data connection.
    var isActive: Bool { name == "PORT" || name == "EPRT" }

    /// True when an answer of 234 begins a TLS handshake (RFC 4217 section 4).
    var asksForTLS: Bool {
        name == "AUTH" && ["TLS", "TLS-C", "TLS-P", "SSL"].contains(text.uppercased())
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
        default: false
        }
    }

    private static func upper(_ byte: UInt8) -> UInt8 {
        (0x61...0x7a).contains(byte) ? byte - 0x20 : byte
    }
}
