/// Files that a connection over TLS is made with. The peer's certificate and its name are always verified.
public struct TLSFiles: Equatable, Sendable {
    /// Certificates of the authorities that are trusted (PEM); empty for those of the system.
    public var authorities = ""
    /// The certificate that we show (PEM); empty for none.
    public var certificate = ""
    /// Its key (PEM); empty for none.
    public var key = ""

    /// The system's authorities and no certificate of our own.
    public init() {}

    var isEmpty: Bool { self == TLSFiles() }

    func validate() throws(SinkConfigurationError) {
        try SinkConfigurationError.check(text: authorities, key: "ca-file")
        try SinkConfigurationError.check(text: certificate, key: "certificate")
        try SinkConfigurationError.check(text: key, key: "key")
        if certificate.isEmpty && !key.isEmpty {
            throw SinkConfigurationError(key: "key", reason: .needs("certificate"))
        }
        if key.isEmpty && !certificate.isEmpty {
            throw SinkConfigurationError(key: "certificate", reason: .needs("key"))
        }
    }
}
