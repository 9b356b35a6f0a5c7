import NetTypes
import TestSupport

/// Many small flows: name lookups, short web requests, scans, some of it reordered, lost or sent again; one in ten
/// over IPv6. About 4,000 new flows a second, 300 bytes a frame.
///
/// `soak` makes the same for hours: slower, with mails, and with conversations that nobody closes.
struct MixedTraffic {
    private static let batch = 400
    private static let batchTime: Int64 = 100_000_000

    private var generator = SeededGenerator(seed: 24_112_026)
    private let prose: [UInt8]
    private let flows: Int
    /// How many times as long everything takes.
    private var stretch: Int64 = 1
    /// Of a hundred flows of TCP that transfer something, those that are mails, and those that are never closed.
    private var (mails, leftOpen) = (0, 0)

    /// Traffic of so many flows.
    init(flows: Int) {
        self.flows = flows
        prose = Text.prose(length: 256 * 1024, from: &generator)
    }

    /// Traffic of so many hours, 400 new flows a minute.
    static func soak(hours: Int) -> MixedTraffic {
        var traffic = MixedTraffic(flows: hours * 60 * batch)
        traffic.stretch = 60_000_000_000 / batchTime
        (traffic.mails, traffic.leftOpen) = (20, 5)
        return traffic
    }

    /// Writes all of it, in the order of time; only flows that are under way are kept in memory.
    mutating func write(to writer: SavefileWriter) throws {
        var pending: [Frame] = []
        var start = Timestamp.scene
        let batchTime = Self.batchTime * stretch
        for first in stride(from: 0, to: flows, by: Self.batch) {
            for _ in first..<min(first + Self.batch, flows) {
                let offset = Int64.random(in: 0..<batchTime, using: &generator)
                pending += flow(at: start.advanced(by: offset))
            }
            start = start.advanced(by: batchTime)
            pending = .merged([pending])
            let ready = pending.prefix { $0.header.timestamp < start }
            for frame in ready { try writer.write(frame) }
            pending.removeFirst(ready.count)
        }
        for frame in pending { try writer.write(frame) }
    }

    private mutating func flow(at start: Timestamp) -> [Frame] {
        switch Int.random(in: 0..<100, using: &generator) {
        case 0..<40: lookup(at: start)
        case 40..<55: scan(at: start)
        default: chance(mails) ? mail(at: start) : page(at: start)
        }
    }

    /// True so many times in a hundred. Never costs no random number.
    private mutating func chance(_ percent: Int) -> Bool {
        percent > 0 && Int.random(in: 0..<100, using: &generator) < percent
    }

    private mutating func lookup(at start: Timestamp) -> [Frame] {
        let (client, server) = ends()
        var talk = DatagramExchange(client: client, port(), server: server, 53, start: start)
        let identifier = UInt16(truncatingIfNeeded: generator.next())
        let name = "may\(identifier).phong\(identifier % 37).tinh.example"
        talk.client(sends: NameMessage.query(name, identifier: identifier))
        talk.wait(nanoseconds: Int64.random(in: 0..<20_000_000, using: &generator))
        talk.server(sends: NameMessage.answer(name, identifier: identifier, data: [203, 0, 113, 10]))
        return talk.frames
    }

    private mutating func scan(at start: Timestamp) -> [Frame] {
        var talk = conversation(at: start, serverPort: UInt16.random(in: 1...9999, using: &generator))
        talk.segment(.toServer, sequence: talk.sequence(.toServer) &- 1, flags: .syn)
        if Bool.random(using: &generator) { talk.reset(by: .toClient) }
        return talk.frames
    }

    private mutating func page(at start: Timestamp) -> [Frame] {
        var talk = conversation(at: start, serverPort: 80)
        talk.usesTimestamps = Bool.random(using: &generator)
        talk.handshake()
        let target = "/trang/\(generator.next() % 100_000)"
        talk.client(sends: Text.request("GET", target, host: "tinh.example"))
        let length = Int.random(in: 200..<5000, using: &generator)
        let offset = Int.random(in: 0..<prose.count - length, using: &generator)
        talk.server(
            sends: Text.response(Array(prose[offset..<offset + length]), type: "text/html"), segment: 1400)
        if chance(leftOpen) { return talk.frames }
        talk.close()
        return disturbed(talk.frames)
    }

    private mutating func mail(at start: Timestamp) -> [Frame] {
        var talk = conversation(at: start, serverPort: 25)
        talk.handshake()
        talk.server(sends: "220 thu.tinh.example ESMTP\r\n")
        for command in ["HELO may.example", "MAIL FROM:<canbo@tinh.example>", "RCPT TO:<xa@tinh.example>"] {
            talk.client(sends: command + "\r\n")
            talk.server(sends: "250 OK\r\n")
        }
        talk.client(sends: "DATA\r\n")
        talk.server(sends: "354 Go ahead\r\n")
        let length = Int.random(in: 500..<5000, using: &generator)
        let offset = Int.random(in: 0..<prose.count - length, using: &generator)
        let body = Text.lines(Text.base64(Array(prose[offset..<offset + length])), width: 76)
        talk.client(
            sends: "Subject: Trực ca\r\nMIME-Version: 1.0\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + body + "\r\n.\r\n")
        talk.server(sends: "250 Queued\r\n")
        if chance(leftOpen) { return talk.frames }
        talk.client(sends: "QUIT\r\n")
        talk.server(sends: "221 Bye\r\n")
        talk.close()
        return talk.frames
    }

    /// One page in eight has two neighbours swapped, a frame lost, or a frame sent again.
    private mutating func disturbed(_ frames: [Frame]) -> [Frame] {
        var frames = frames
        let index = Int.random(in: 4..<frames.count - 3, using: &generator)
        switch Int.random(in: 0..<24, using: &generator) {
        case 0: frames.swapAt(index, index + 1)
        case 1: frames.remove(at: index)
        case 2: frames.insert(frames[index], at: index + 2)
        default: return frames
        }
        return frames.inArrivalOrder()
    }

    private mutating func conversation(at start: Timestamp, serverPort: UInt16) -> Conversation {
        let (client, server) = ends()
        var talk = Conversation(
            client: client, port(), server: server, serverPort, start: start,
            clientInitial: UInt32(truncatingIfNeeded: generator.next()),
            serverInitial: UInt32(truncatingIfNeeded: generator.next()))
        talk.interval = Int64.random(in: 200_000..<8_000_000, using: &generator) * stretch
        return talk
    }

    private mutating func ends() -> (client: String, server: String) {
        let hosts = (generator.next() % 254 + 1, generator.next() % 254 + 1)
        return generator.next() % 10 == 0
            ? ("2001:db8:1::\(hosts.0)", "2001:db8:2::\(hosts.1)")
            : ("198.51.100.\(hosts.0)", "203.0.113.\(hosts.1)")
    }

    private mutating func port() -> UInt16 {
        UInt16.random(in: 10000...65535, using: &generator)
    }
}
