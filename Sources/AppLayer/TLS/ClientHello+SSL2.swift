extension ClientHello {
    /// Reads the hello of SSL 2, which clients of SSL 3 and TLS 1.0 also sent (RFC 5246 appendix E.2): what follows
    /// the message's type. Nil when it does not parse.
    init?(ssl2 body: ArraySlice<UInt8>) {
        var reader = HandshakeReader(body)
        guard let version = reader.uint16(), let ciphers = reader.number(2), let session = reader.number(2),
            let challenge = reader.number(2), reader.take(ciphers) != nil, let id = reader.take(session),
            reader.take(challenge) != nil
        else { return nil }
        self.init()
        self.version = HandshakeVersion(rawValue: version)
        sessionID = id
        isSSL2 = true
        isMalformed = !reader.isAtEnd || ciphers % 3 != 0
    }
}
