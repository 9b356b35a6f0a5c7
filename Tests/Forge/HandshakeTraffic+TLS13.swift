import TestSupport

/// The hellos of TLS 1.3 (RFC 8446 section 4.1), which are all of its handshake that is not encrypted.
extension HandshakeTraffic {
    /// ClientHello with GREASE (RFC 8701) strewn in, as browsers do. `more` are extensions behind all others.
    mutating func clientHello13(_ protocols: [String], session: [UInt8], more: [UInt8] = []) -> [UInt8] {
        let suites: [UInt16] = [0x3a3a, 0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xcca9]
        let share = TLSBytes.list([0x2a2a, 1]) + [0] + keyShare()
        let versions = TLSBytes.vector(TLSBytes.list([0x6a6a, 0x0304, 0x0303]), 1)
        let asked = TLSBytes.extended(0x1a1a) + TLSBytes.serverName(Self.server) + TLSBytes.extended(23)
        let known = Self.groups + TLSBytes.protocols(protocols) + Self.signatures
        let agreed = TLSBytes.extended(51, TLSBytes.vector(share, 2)) + TLSBytes.extended(45, [1, 1])
        return TLSBytes.clientHello(
            suites, asked + known + agreed + TLSBytes.extended(43, versions) + more, session: session,
            random: clientRandom)
    }

    /// ServerHello, which says the client's session again.
    mutating func serverHello13(session: [UInt8]) -> [UInt8] {
        let extensions = TLSBytes.extended(51, keyShare()) + TLSBytes.extended(43, [3, 4])
        return TLSBytes.serverHello(0x1301, extensions, session: session, random: noise.bytes(32))
    }

    /// A share of x25519.
    private mutating func keyShare() -> [UInt8] {
        TLSBytes.list([29]) + TLSBytes.vector(noise.bytes(32), 2)
    }
}
