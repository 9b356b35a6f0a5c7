/// A receiver of syslog messages (RFC 5424).
public struct SyslogConfiguration: Equatable, Sendable {
    /// How messages travel.
    public var transport: Transport
    /// Name or address of the receiver.
    public var host: String
    /// Its port; 514, for TLS 6514 (RFC 5425) where nothing else is said.
    public var port: Int
    /// What a message says.
    public var format = Format.json
    /// The facility, 0 to 23; 20 is local4.
    public var facility = 20
    /// Bytes that a message may have, frame not counted: 1,024 to 65,000. Longer ones are shortened.
    public var mostBytes: Int
    /// Files of a connection over TLS.
    public var tls = TLSFiles()

    /// A receiver with the usual port and limit of its transport.
    public init(transport: Transport, host: String) {
        self.transport = transport
        self.host = host
        port = transport == .tls ? 6514 : 514
        mostBytes = transport == .udp ? 2048 : 8192
    }

    /// How messages travel.
    public enum Transport: String, CaseIterable, Sendable {
        /// A datagram each (RFC 5426). What is lost on the way is lost.
        case udp
        /// One after another, each with its length in front (RFC 6587 section 3.4.1).
        case tcp
        /// The same inside TLS 1.2 or later (RFC 5425).
        case tls
    }

    /// What a message says.
    public enum Format: String, CaseIterable, Sendable {
        /// The line of the event log.
        case json
        /// Common Event Format, version 0.
        case cef
    }

    /// The words for the facilities of RFC 5424 table 1, in the order of their numbers.
    public static let facilities = [
        "kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron", "authpriv", "ftp",
        "ntp", "audit", "alert", "clock", "local0", "local1", "local2", "local3", "local4", "local5",
        "local6", "local7",
    ]

    func validate() throws(SinkConfigurationError) {
        if host.isEmpty { throw SinkConfigurationError(key: "host", reason: .missing) }
        if !SinkURL.isHost(host) { throw SinkConfigurationError(key: "host", reason: .badAddress(host)) }
        try SinkConfigurationError.check(port, in: 1...65535, key: "port")
        try SinkConfigurationError.check(facility, in: 0...23, key: "facility")
        try SinkConfigurationError.check(mostBytes, in: 1024...65000, key: "limit")
        if transport != .tls && !tls.isEmpty {
            throw SinkConfigurationError(key: "ca-file", reason: .needs("transport: tls"))
        }
        try tls.validate()
    }
}
