/// What an indicator names.
public enum IndicatorKind: UInt8, CaseIterable, Codable, Sendable {
    /// An object by its SHA-256.
    case sha256
    /// An object by its MD5.
    case md5
    /// A name, or with a dot in front the name and all below it.
    case domain
    /// One address.
    case address
    /// All addresses of a prefix.
    case network
    /// What is asked for over HTTP.
    case url
    /// A client of TLS by its JA3.
    case ja3
    /// A client of TLS by its JA4.
    case ja4

    /// Its name in lists and in the event log.
    public var name: String {
        switch self {
        case .sha256: "sha256"
        case .md5: "md5"
        case .domain: "domain"
        case .address: "address"
        case .network: "network"
        case .url: "url"
        case .ja3: "ja3"
        case .ja4: "ja4"
        }
    }

    /// Addresses and networks are looked up together, since the longest prefix counts.
    var lookup: IndicatorKind { self == .address ? .network : self }
}
