/// What a server chose (RFC 8446 section 4.1.3, RFC 5246 section 7.4.1.3).
struct ServerHello {
    /// The version of the message, which TLS 1.3 leaves at 1.2.
    var messageVersion = HandshakeVersion.tls12
    /// The version chosen.
    var version = HandshakeVersion.tls12
    var sessionID: ArraySlice<UInt8> = []
    var cipherSuite: UInt16 = 0
    /// Types of extensions in order.
    var extensions: [UInt16] = []
    /// The protocol chosen (RFC 7301).
    var protocols: [ArraySlice<UInt8>] = []
    /// True when it asks for another hello (RFC 8446 section 4.1.4).
    var isRetryRequest = false
    /// True when a part of it does not parse; what was read before counts.
    var isMalformed = false

    /// The random value that makes it a HelloRetryRequest.
    private static let retryRandom: [UInt8] = [
        0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91,
        0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c,
    ]
    /// Drafts up to this one had neither session nor compression in it.
    private static let lastShortDraft = 21

    /// A server's hello of SSL 2.
    init(ssl2 version: UInt16) {
        messageVersion = HandshakeVersion(rawValue: version)
        self.version = messageVersion
    }

    /// Reads a message's body; nil when what every hello has is not there.
    init?(_ body: ArraySlice<UInt8>) {
        var reader = HandshakeReader(body)
        guard let number = reader.uint16(), let random = reader.take(32) else { return nil }
        messageVersion = HandshakeVersion(rawValue: number)
        version = messageVersion
        isRetryRequest = random.elementsEqual(Self.retryRandom)
        let isShort = messageVersion.draft.map { $0 <= Self.lastShortDraft } ?? false
        if !isShort {
            guard let session = reader.vector(1) else { return nil }
            sessionID = session
        }
        guard let suite = reader.uint16() else { return nil }
        cipherSuite = suite
        if !isShort, reader.number(1) == nil { return nil }
        guard !reader.isAtEnd else { return }
        guard let extensions = reader.vector(2) else {
            isMalformed = true
            return
        }
        if !reader.isAtEnd { isMalformed = true }
        read(extensions)
    }

    private mutating func read(_ extensions: ArraySlice<UInt8>) {
        var reader = HandshakeReader(extensions)
        while !reader.isAtEnd {
            guard let type = reader.uint16(), let data = reader.vector(2) else {
                isMalformed = true
                return
            }
            self.extensions.append(type)
            var value = HandshakeReader(data)
            if type == 43 {
                guard let chosen = value.uint16() else {
                    isMalformed = true
                    continue
                }
                version = HandshakeVersion(rawValue: chosen)
            } else if type == 16 {
                let (names, isWhole) = ClientHello.names(&value)
                protocols = names
                if !isWhole { isMalformed = true }
            }
        }
    }

    /// The string of JA3S: version, cipher suite and extensions in decimal. Nil for SSL 2, for which it is not defined.
    var ja3s: String? {
        guard messageVersion.rawValue >= 0x0300 else { return nil }
        let types = extensions.map { String($0) }.joined(separator: "-")
        return "\(messageVersion.rawValue),\(cipherSuite),\(types)"
    }
}
