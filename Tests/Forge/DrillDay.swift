import NetTypes
import TestSupport

/// What happens on a wire over the minutes of a drill: conversations that begin at a second of their own, each from a
/// client's port of its own.
struct DrillDay {
    /// The conversations so far, in the order in which they were told.
    private(set) var conversations: [[Frame]] = []
    private var port: UInt16

    /// A day whose first conversation has this client's port; each later one has the next.
    init(port: UInt16) {
        self.port = port
    }

    /// A TCP conversation from its handshake to its end.
    mutating func talk(
        at second: Int, _ client: String, _ server: String, _ serverPort: UInt16,
        _ body: (inout Conversation) -> Void
    ) {
        var talk = Conversation(client: client, port, server: server, serverPort, start: Self.time(second))
        // What a road through the province takes.
        talk.interval = 4_000_000
        talk.handshake()
        body(&talk)
        talk.close()
        add(talk.frames)
    }

    /// One request and its answer.
    mutating func web(
        at second: Int, _ client: String, _ server: String, _ serverPort: UInt16 = 80, asks request: String,
        gets answer: [UInt8] = Text.response("<p>Đã nhận</p>")
    ) {
        talk(at: second, client, server, serverPort) { talk in
            talk.client(sends: request)
            talk.server(sends: answer)
        }
    }

    /// A file that is stored on a web server as it is.
    mutating func put(
        at second: Int, _ client: String, _ server: String, _ target: String, host: String, _ file: [UInt8]
    ) {
        let head = Text.request("PUT", target, host: host, headers: ["Content-Length: \(file.count)"])
        talk(at: second, client, server, 80) { talk in
            talk.client(sends: Array(head.utf8) + file)
            talk.server(sends: Text.response("<p>Đã lưu</p>"))
        }
    }

    /// A form with one file in it.
    mutating func upload(
        at second: Int, _ client: String, _ server: String, _ target: String, host: String, _ name: String,
        type: String, _ file: [UInt8]
    ) {
        let part = [
            "--drill", "Content-Disposition: form-data; name=\"tep\"; filename=\"\(name)\"",
            "Content-Type: \(type)", "", "",
        ]
        let body = Array(part.joined(separator: "\r\n").utf8) + file + Array("\r\n--drill--\r\n".utf8)
        let head = Text.request(
            "POST", target, host: host,
            headers: ["Content-Type: multipart/form-data; boundary=drill", "Content-Length: \(body.count)"])
        talk(at: second, client, server, 80) { talk in
            talk.client(sends: Array(head.utf8) + body)
            talk.server(sends: Text.response("<p>Đã nhận tệp</p>"))
        }
    }

    /// A session at a share of any server, from signing on to closing the last file.
    mutating func share(
        at second: Int, _ client: String, _ server: String, _ name: String,
        _ body: (inout ShareSession) -> Void
    ) {
        var talk = Conversation(client: client, port, server: server, 445, start: Self.time(second))
        talk.interval = 2_000_000
        talk.handshake()
        var share = ShareSession(talk)
        share.connect(to: #"\\"# + server + #"\"# + name)
        body(&share)
        share.close()
        add(share.talk.frames)
    }

    /// Datagrams between two ends.
    mutating func datagrams(
        at second: Int, _ client: String, _ server: String, _ serverPort: UInt16,
        _ body: (inout DatagramExchange) -> Void
    ) {
        var exchange = DatagramExchange(
            client: client, port, server: server, serverPort, start: Self.time(second))
        exchange.interval = 3_000_000
        body(&exchange)
        add(exchange.frames)
    }

    /// The second of a drill as the time of a frame.
    private static func time(_ second: Int) -> Timestamp {
        Timestamp.scene.advanced(by: Int64(second) * 1_000_000_000)
    }

    private mutating func add(_ frames: [Frame]) {
        conversations.append(frames)
        port += 1
    }
}

extension Conversation {
    /// Lets seconds pass.
    mutating func wait(seconds: Int) {
        wait(nanoseconds: Int64(seconds) * 1_000_000_000)
    }
}
