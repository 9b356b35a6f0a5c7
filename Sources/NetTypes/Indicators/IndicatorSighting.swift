/// An indicator of a list that was met in the traffic: a copy, so that it outlives the list.
public struct IndicatorSighting: Equatable, Codable, Sendable {
    /// What the indicator names.
    public var kind: IndicatorKind
    /// Its value in its normal form; a name with all below it begins with `*.`.
    public var value: String
    /// The list.
    public var list: IndicatorList
    /// Where in the traffic it was met.
    public var place: Place
    /// What stood there: the whole name for one below a listed name, the address for one in a listed network.
    public var seen: String
    /// What the list says of it.
    public var detail: IndicatorDetail

    /// A sighting from its parts.
    public init(
        kind: IndicatorKind, value: String, list: IndicatorList, place: Place, seen: String,
        detail: IndicatorDetail
    ) {
        self.kind = kind
        self.value = value
        self.list = list
        self.place = place
        self.seen = seen
        self.detail = detail
    }

    /// Severity of an indicator whose list names none.
    public static let usualSeverity = 2

    /// Where in the traffic an indicator can be met, in the words of the event log.
    public enum Place: String, CaseIterable, Codable, Sendable {
        /// The side that opened the flow.
        case flowSource = "flow.src"
        /// The side that accepted it.
        case flowDestination = "flow.dst"
        /// A name that was asked for.
        case dnsQuery = "dns.query"
        /// A name that an answer leads to (CNAME).
        case dnsAnswer = "dns.answer"
        /// The server that a client of TLS or DTLS asks for.
        case tlsName = "tls.sni"
        /// Its fingerprint.
        case tlsJA3 = "tls.ja3"
        /// Its other fingerprint.
        case tlsJA4 = "tls.ja4"
        /// The same three of QUIC.
        case quicName = "quic.sni"
        /// See there.
        case quicJA3 = "quic.ja3"
        /// See there.
        case quicJA4 = "quic.ja4"
        /// The server that a request of HTTP names.
        case httpHost = "http.host"
        /// What the request asks for.
        case httpURL = "http.url"
        /// The digest of an object.
        case fileSHA256 = "file.sha256"
        /// The other digest of it.
        case fileMD5 = "file.md5"
    }

    /// The indicator as events and tables speak of rules: the namespace is `ioc/` and the list, the name the kind, and
    /// the number follows from both, so that it stays the same for ever.
    public var identity: RuleIdentity {
        let namespace = "ioc/" + list.name
        var metadata = [
            RuleIdentity.Metadata(
                key: "description", value: .text("IOC \(kind.name) \(value) (list \(list.name))"))
        ]
        if !detail.category.isEmpty {
            metadata.append(RuleIdentity.Metadata(key: "category", value: .text(detail.category)))
        }
        let digest = Digest.of(Array("\(namespace):\(kind.name)".utf8).span)
        let number = digest.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return RuleIdentity(
            name: kind.name, namespace: namespace, tags: [], metadata: metadata,
            severity: detail.severity.map { Int($0) } ?? Self.usualSeverity,
            signatureID: 1 << 30 | number >> 2,
            ruleSetSHA256: list.sha256)
    }
}
