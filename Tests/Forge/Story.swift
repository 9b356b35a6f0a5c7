import NetTypes
import TestSupport

/// Conversations one after the other on one wire, each from a client's port of its own.
struct Story {
    /// Their frames.
    private(set) var frames: [Frame] = []
    private var time = Timestamp.scene
    private var port: UInt16

    /// A story whose first conversation has this client's port; each later one has the next.
    init(port: UInt16) {
        self.port = port
    }

    /// A TCP conversation from its handshake to its end.
    mutating func talk(
        _ client: String, _ server: String, _ serverPort: UInt16, _ body: (inout Conversation) -> Void
    ) {
        var talk = Conversation(client: client, port, server: server, serverPort, start: time)
        talk.handshake()
        body(&talk)
        talk.close()
        add(talk.frames)
    }

    /// One request and its answer.
    mutating func web(
        _ client: String, _ server: String, _ serverPort: UInt16 = 80, asks request: String,
        gets answer: [UInt8] = Text.response("Đã nhận.")
    ) {
        talk(client, server, serverPort) { talk in
            talk.client(sends: request)
            talk.server(sends: answer)
        }
    }

    /// A letter from outside, with one file attached.
    mutating func mail(_ name: String, _ type: String, _ bytes: [UInt8]) {
        talk("203.0.113.25", "198.51.100.25", 25) { $0.submit(ObjectRoad.letter(name, type, bytes)) }
    }

    /// A session at a share of the file server inside.
    mutating func share(
        _ client: String, _ path: String,
        _ body: (inout ShareSession) -> Void
    ) {
        var talk = Conversation(client: client, port, server: "198.51.100.60", 445, start: time)
        talk.handshake()
        var share = ShareSession(talk)
        share.connect(to: path)
        body(&share)
        share.close()
        add(share.talk.frames)
    }

    /// Datagrams between two ends.
    mutating func datagrams(
        _ client: String, _ server: String, _ serverPort: UInt16, _ body: (inout DatagramExchange) -> Void
    ) {
        var exchange = DatagramExchange(client: client, port, server: server, serverPort, start: time)
        body(&exchange)
        add(exchange.frames)
    }

    private mutating func add(_ more: [Frame]) {
        frames += more
        port += 1
        time = more.reduce(time) { max($0, $1.header.timestamp) }.advanced(by: 1_000_000_000)
    }
}
