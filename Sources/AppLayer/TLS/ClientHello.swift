/// What a client offers (RFC 8446 section 4.1.2, RFC 5246 section 7.4.1.2, RFC 6347 section 4.2.1).
struct ClientHello {
    /// The version of the message, which TLS 1.3 leaves at 1.2.
    var version = HandshakeVersion.tls12
    var sessionID: ArraySlice<UInt8> = []
    /// Cipher suites in order, GREASE included.
    var cipherSuites: [UInt16] = []
    /// Types of extensions in order, GREASE included.
    var extensions: [UInt16] = []
    /// The host name asked for (RFC 6066 section 3).
    var serverName: ArraySlice<UInt8>?
    /// Protocols offered (RFC 7301), at most `mostNames` of them.
    var protocols: [ArraySlice<UInt8>] = []
    var groups: [UInt16] = []
    var pointFormats: [UInt8] = []
    var supportedVersions: [UInt16] = []
    var signatureAlgorithms: [UInt16] = []
    /// True with a session ticket that is not empty (RFC 5077).
    var hasTicket = false
    /// The name of the program that some clients of QUIC give.
    var userAgent: ArraySlice<UInt8>?
    /// True for the form of SSL 2, which has no cipher suites in the sense of fingerprints.
    var isSSL2 = false
    /// True when a part of it does not parse; what was read before counts.
    var isMalformed = false

    /// Protocols kept of the list; clients send two or three.
    static let mostNames = 64
    /// The transport parameter that is not of the standard and in wide use.
    private static let userAgentParameter: UInt64 = 0x3129

    init() {}

    /// Reads a message's body; nil when what every hello has is not there.
    init?(_ body: ArraySlice<UInt8>, isDatagram: Bool) {
        var reader = HandshakeReader(body)
        guard let version = reader.uint16(), reader.take(32) != nil, let session = reader.vector(1) else {
            return nil
        }
        self.version = HandshakeVersion(rawValue: version)
        sessionID = session
        if isDatagram, reader.vector(1) == nil { return nil }
        guard let suites = reader.vector(2), reader.vector(1) != nil else { return nil }
        var list = HandshakeReader(suites)
        cipherSuites = list.uint16s()
        isMalformed = !list.isAtEnd
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
            guard let type = reader.uint16() else {
                isMalformed = true
                return
            }
            guard let data = reader.vector(2) else {
                isMalformed = true
                return
            }
            self.extensions.append(type)
            if !take(type, data) { isMalformed = true }
        }
    }

    /// Reads the extensions that something is said of; false when one does not parse.
    private mutating func take(_ type: UInt16, _ data: ArraySlice<UInt8>) -> Bool {
        var reader = HandshakeReader(data)
        switch type {
        case 0: return takeServerName(&reader)
        case 10: return Self.numbers(&reader, 2, &groups)
        case 13: return Self.numbers(&reader, 2, &signatureAlgorithms)
        case 43: return Self.numbers(&reader, 1, &supportedVersions)
        case 11:
            guard let formats = reader.vector(1) else { return false }
            pointFormats = Array(formats)
        case 16:
            let (names, isWhole) = Self.names(&reader)
            protocols = names
            return isWhole
        case 35: hasTicket = !data.isEmpty
        case 57, 0xffa5: return takeTransportParameters(&reader)
        default: break
        }
        return true
    }

    private mutating func takeServerName(_ reader: inout HandshakeReader) -> Bool {
        // Some clients send the extension without a list, as servers do.
        guard !reader.isAtEnd else { return true }
        guard let list = reader.vector(2) else { return false }
        var names = HandshakeReader(list)
        while let type = names.number(1), let name = names.vector(2) {
            if type == 0, serverName == nil { serverName = name }
        }
        return names.isAtEnd
    }

    /// The parameters of QUIC (RFC 9000 section 18), of which only one is read.
    private mutating func takeTransportParameters(_ reader: inout HandshakeReader) -> Bool {
        while !reader.isAtEnd {
            guard let id = reader.variableLength(), let length = reader.variableLength(),
                let value = reader.take(length)
            else { return false }
            if id == Self.userAgentParameter { userAgent = value }
        }
        return true
    }

    private static func numbers(_ reader: inout HandshakeReader, _ width: Int, _ result: inout [UInt16])
        -> Bool
    {
        guard let bytes = reader.vector(width) else { return false }
        var list = HandshakeReader(bytes)
        result = list.uint16s()
        return list.isAtEnd
    }

    /// The names of an ALPN extension (RFC 7301 section 3.1), and false when they do not parse or are too many.
    static func names(_ reader: inout HandshakeReader) -> (names: [ArraySlice<UInt8>], isWhole: Bool) {
        guard let bytes = reader.vector(2) else { return ([], false) }
        var list = HandshakeReader(bytes)
        var names: [ArraySlice<UInt8>] = []
        while names.count < mostNames, let name = list.vector(1) { names.append(name) }
        return (names, list.isAtEnd)
    }
}
