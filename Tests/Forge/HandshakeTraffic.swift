import TestSupport

/// The plain messages of TLS 1.2 and DTLS 1.2 (RFC 5246, RFC 6347) as bodies without their headers, with random values
/// by seed: all that a sensor can read of a handshake. The values agree on no key.
struct HandshakeTraffic {
    /// The server that every client asks for.
    static let server = "cong-dich-vu.example"

    /// Where random values come from, and what is encrypted after the handshake.
    var noise: Ciphertext
    /// The client's random value, the same when it is made to say its hello again.
    let clientRandom: [UInt8]

    /// A message with its type (RFC 5246 section 7.4).
    typealias Message = (type: UInt8, body: [UInt8])

    /// Handshakes by seed.
    init(seed: UInt64) {
        noise = Ciphertext(seed: seed)
        clientRandom = noise.bytes(32)
    }

    /// ClientHello of TLS 1.2; with a cookie, which may be empty, that of DTLS 1.2.
    func clientHello(_ protocols: [String] = [], cookie: [UInt8]? = nil) -> [UInt8] {
        let suites: [UInt16] = [
            0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc013, 0xc014, 0x009c, 0x00ff,
        ]
        var extensions = TLSBytes.serverName(Self.server) + Self.groups + TLSBytes.extended(35)
        if !protocols.isEmpty { extensions += TLSBytes.protocols(protocols) }
        extensions += TLSBytes.extended(22) + TLSBytes.extended(23) + Self.signatures
        return TLSBytes.clientHello(
            version: cookie == nil ? 0x0303 : 0xfefd, suites, extensions, cookie: cookie, random: clientRandom
        )
    }

    /// What the server says in the clear: ServerHello, Certificate, ServerKeyExchange, ServerHelloDone.
    mutating func serverFlight(protocols: [String] = [], isDatagram: Bool = false) -> [Message] {
        var extensions = TLSBytes.extended(65281, [0]) + TLSBytes.extended(11, [1, 0])
        if !protocols.isEmpty { extensions += TLSBytes.protocols(protocols) }
        let hello = TLSBytes.serverHello(
            version: isDatagram ? 0xfefd : 0x0303, 0xc02b, extensions + TLSBytes.extended(23),
            random: noise.bytes(32))
        let chain = DrillCertificate.chain.map { $0.bytes(&noise) }
        // Named curve x25519, and a signature by ECDSA with SHA-256.
        let exchange = [3, 0, 0x1d] + TLSBytes.vector(noise.bytes(32), 1) + [4, 3]
        let signature = TLSBytes.vector(DrillCertificate.signature(&noise), 2)
        return [(2, hello), (11, TLSBytes.certificates(chain)), (12, exchange + signature), (14, [])]
    }

    /// ClientKeyExchange, the last that the client says in the clear.
    mutating func clientKeyExchange() -> Message {
        (16, TLSBytes.vector(noise.bytes(32), 1))
    }

    /// The curves that clients know, and how they write points.
    static let groups =
        TLSBytes.extended(10, TLSBytes.vector(TLSBytes.list([29, 23, 24]), 2))
        + TLSBytes.extended(11, [1, 0])

    /// The signatures that clients know.
    static let signatures = TLSBytes.extended(
        13,
        TLSBytes.vector(
            TLSBytes.list([0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601]), 2))
}
