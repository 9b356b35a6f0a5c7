/// A handshake message that is whole (RFC 8446 section 4).
struct HandshakeMessage {
    /// What it is; types that nothing is read from have no name here.
    enum Kind: UInt8 {
        case clientHello = 1
        case serverHello = 2
        case certificate = 11
    }

    let kind: Kind
    /// What follows its header.
    let body: [UInt8]

    /// Bytes of a certificate message that are kept: chains of web servers are under 16 KiB, and the largest that
    /// clients accept by default is 100 KiB or so.
    static let largestCertificates = 128 << 10

    /// The most bytes that a message of a type may have here.
    static func limit(_ kind: Kind, _ largestHello: Int) -> Int {
        kind == .certificate ? largestCertificates : largestHello
    }

    /// The types that are registered for TLS and DTLS, from hello_request to message_hash.
    static func isKnown(_ type: UInt8) -> Bool {
        type <= 25 || type == 67 || type == 254
    }
}
