/// A receiver that takes each event in a request of HTTP.
public struct WebhookConfiguration: Equatable, Sendable {
    /// Where to: `https://…`; `http://…` only on this machine itself.
    public var url: String
    /// A file with the secret that requests are signed with; empty to sign none.
    public var secretFile = ""
    /// Files of the connection.
    public var tls = TLSFiles()
    /// Seconds until a connection has to be there, 1 to 60.
    public var connectTimeout = 5
    /// Seconds that a request may take in all, 1 to 300.
    public var timeout = 15

    /// A receiver at an address.
    public init(url: String) {
        self.url = url
    }

    func validate() throws(SinkConfigurationError) {
        if url.isEmpty { throw SinkConfigurationError(key: "url", reason: .missing) }
        guard let address = SinkURL(url), ["http", "https"].contains(address.scheme) else {
            throw SinkConfigurationError(key: "url", reason: .badAddress(url))
        }
        if address.scheme == "http" && !SinkURL.isLoopback(address.host) {
            throw SinkConfigurationError(key: "url", reason: .notEncrypted)
        }
        try SinkConfigurationError.check(text: secretFile, key: "secret-file")
        try SinkConfigurationError.check(connectTimeout, in: 1...60, key: "connect-timeout")
        try SinkConfigurationError.check(timeout, in: 1...300, key: "timeout")
        try tls.validate()
    }
}
