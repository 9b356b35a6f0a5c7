import NetTypes

/// What the clear part of one handshake said.
struct Handshake {
    private(set) var client: ClientHello?
    private(set) var server: ServerHello?
    /// The chain of each side, that of the server first.
    private(set) var serverChain: [Certificate] = []
    private(set) var clientChain: [Certificate] = []
    /// Which way the client's messages go, by its hello; midstream flows may be turned round.
    private(set) var clientDirection = Direction.toServer
    /// True once a server asked for another hello, after which plain messages follow a ChangeCipherSpec.
    private(set) var isRetried = false

    /// True when there is anything to report.
    var isSeen: Bool { client != nil || server != nil || !serverChain.isEmpty }

    /// Takes a message that is whole; false when it does not parse.
    mutating func take(_ message: HandshakeMessage, _ direction: Direction, isDatagram: Bool) -> Bool {
        switch message.kind {
        case .clientHello:
            guard let hello = ClientHello(message.body[...], isDatagram: isDatagram) else { return false }
            take(hello, direction)
            return !hello.isMalformed
        case .serverHello:
            guard let hello = ServerHello(message.body[...]) else { return false }
            if hello.isRetryRequest { isRetried = true }
            server = hello
            if client == nil { clientDirection = direction == .toServer ? .toClient : .toServer }
            return !hello.isMalformed
        case .certificate:
            // The first counts: retransmissions, and floods of them, need not be read again.
            guard (direction == clientDirection ? clientChain : serverChain).isEmpty else { return true }
            let (chain, isWhole) = Certificate.chain(message.body[...])
            if direction == clientDirection { clientChain = chain } else { serverChain = chain }
            return isWhole
        }
    }

    /// Takes a client's hello.
    mutating func take(_ hello: ClientHello, _ direction: Direction) {
        client = hello
        clientDirection = direction
    }

    /// Takes a server's hello.
    mutating func take(_ hello: ServerHello) {
        server = hello
    }

    /// True when the server took up an earlier session: it sent no certificate, and a ticket, the session's name or
    /// a shared key (RFC 8446 section 2.2) stands for it.
    var isResumed: Bool {
        guard let client, let server, serverChain.isEmpty else { return false }
        if server.version.isTLS13 { return server.extensions.contains(41) }
        return client.hasTicket || (!client.sessionID.isEmpty && client.sessionID == server.sessionID)
    }
}
