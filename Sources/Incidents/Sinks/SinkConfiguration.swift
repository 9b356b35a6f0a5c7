/// A receiver of events: where it is, how it is spoken to, and what it wants.
public struct SinkConfiguration: Equatable, Sendable {
    /// What tells it from the others, in the outbox too: lower-case letters, digits and hyphens, 64 at most.
    public var name: String
    /// How it is spoken to.
    public var kind: Kind
    /// What it wants.
    public var filter: SinkFilter
    /// True for a receiver inside that may have events of networks whose payload is not kept.
    public var takesSecrets = false

    /// A receiver. One of mail wants incidents only, others all events.
    public init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
        filter = SinkFilter()
        if case .mail = kind { filter.types = ["incident"] }
    }

    /// How a receiver is spoken to.
    public enum Kind: Equatable, Sendable {
        /// RFC 5424 over UDP, TCP or TLS.
        case syslog(SyslogConfiguration)
        /// A request of HTTP for each event.
        case webhook(WebhookConfiguration)
        /// A mail for each event.
        case mail(MailConfiguration)
        /// Lines in a file at a path.
        case file(path: String)

        /// The word for it in a configuration.
        public var word: String {
            switch self {
            case .syslog: "syslog"
            case .webhook: "webhook"
            case .mail: "mail"
            case .file: "file"
            }
        }
    }

    /// Throws the first thing that is wrong, with its key.
    public func validate() throws(SinkConfigurationError) {
        let isName = name.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 }
        if name.isEmpty || name.utf8.count > 64 || !isName {
            throw SinkConfigurationError(key: "id", reason: .badName)
        }
        try SinkConfigurationError.check(filter.severity, in: 1...4, key: "severity")
        for type in filter.types where type != "alert" && type != "incident" {
            throw SinkConfigurationError(key: "types", reason: .unknownWord(type))
        }
        switch kind {
        case .syslog(let configuration): try configuration.validate()
        case .webhook(let configuration): try configuration.validate()
        case .mail(let configuration): try configuration.validate()
        case .file(let path): try SinkConfigurationError.check(path: path, key: "path")
        }
    }

    /// True where the receiver is to have an event: one of its recipients, or one whose filter wants it where it has none.
    public func wants(_ event: OutgoingEvent) -> Bool {
        event.recipients.isEmpty ? filter.wants(event) : event.recipients.contains(name)
    }

    /// Files that hold secrets: what others can read there is none.
    public var secretFiles: [String] {
        switch kind {
        case .syslog(let configuration): [configuration.tls.key].filter { !$0.isEmpty }
        case .webhook(let configuration):
            [configuration.secretFile, configuration.tls.key].filter { !$0.isEmpty }
        case .mail(let configuration): [configuration.passwordFile].filter { !$0.isEmpty }
        case .file: []
        }
    }
}
