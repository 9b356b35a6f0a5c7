/// Where mails go, and who carries them: a server, or a program of this machine.
public struct MailConfiguration: Equatable, Sendable {
    /// The server: `smtps://…`, or `smtp://…`, which must offer STARTTLS unless it is on this machine itself. Empty where
    /// a program carries the mail.
    public var server = ""
    /// A program that takes a mail on its standard input, as `sendmail -t -i` does: an absolute path. Empty where a
    /// server carries the mail.
    public var program = ""
    /// The sender's address.
    public var from: String
    /// The recipients' addresses, 1 to 50.
    public var to: [String]
    /// The name to log in with; empty for none.
    public var user = ""
    /// A file with its password; empty for none.
    public var passwordFile = ""
    /// Certificates of the authorities that are trusted (PEM); empty for those of the system.
    public var authorities = ""
    /// Seconds that a mail may take in all, 1 to 300.
    public var timeout = 30

    /// Mails from one address to others.
    public init(from: String, to: [String]) {
        self.from = from
        self.to = to
    }

    func validate() throws(SinkConfigurationError) {
        try validateCarrier()
        if from.isEmpty { throw SinkConfigurationError(key: "from", reason: .missing) }
        if !Self.isAddress(from) { throw SinkConfigurationError(key: "from", reason: .badAddress(from)) }
        if to.isEmpty { throw SinkConfigurationError(key: "to", reason: .missing) }
        try SinkConfigurationError.check(to.count, in: 1...50, key: "to")
        for address in to where !Self.isAddress(address) {
            throw SinkConfigurationError(key: "to", reason: .badAddress(address))
        }
        try SinkConfigurationError.check(text: user, key: "user")
        try SinkConfigurationError.check(text: passwordFile, key: "password-file")
        try SinkConfigurationError.check(text: authorities, key: "ca-file")
        if user.isEmpty && !passwordFile.isEmpty {
            throw SinkConfigurationError(key: "password-file", reason: .needs("user"))
        }
        if passwordFile.isEmpty && !user.isEmpty {
            throw SinkConfigurationError(key: "user", reason: .needs("password-file"))
        }
        try SinkConfigurationError.check(timeout, in: 1...300, key: "timeout")
    }

    private func validateCarrier() throws(SinkConfigurationError) {
        if program.isEmpty {
            if server.isEmpty { throw SinkConfigurationError(key: "server", reason: .missing) }
            guard let address = SinkURL(server), ["smtp", "smtps"].contains(address.scheme) else {
                throw SinkConfigurationError(key: "server", reason: .badAddress(server))
            }
            return
        }
        if !server.isEmpty { throw SinkConfigurationError(key: "sendmail", reason: .excludes("server")) }
        if !program.hasPrefix("/") {
            throw SinkConfigurationError(key: "sendmail", reason: .badAddress(program))
        }
        try SinkConfigurationError.check(path: program, key: "sendmail")
        if !user.isEmpty { throw SinkConfigurationError(key: "user", reason: .needs("server")) }
    }

    /// True for an address of printable ASCII that needs no quotation (RFC 5322 `dot-atom@dot-atom`).
    static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64, parts[0].first != "-" else {
            return false
        }
        return SinkURL.isHost(parts[1])
            && parts[0].utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
                    || "!#$%&'*+-/=?^_`{|}~.".utf8.contains($0)
            }
    }
}
