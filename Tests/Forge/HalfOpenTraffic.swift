import NetTypes
import TestSupport

/// Downloads side by side that all stop in the middle: each promises a mebibyte and sends 32 KiB of it. None ends,
/// so everything that is kept of one is kept to the end of the capture, or given up for a budget.
struct HalfOpenTraffic {
    private static let promised = 1 << 20
    private static let sent = 32 << 10
    private static let segment = 1448

    private var talks: [Conversation] = []
    private var clock = Timestamp.scene
    private let noise: [UInt8]
    private let downloads: Int

    /// Traffic of so many downloads.
    init(downloads: Int) {
        self.downloads = downloads
        var generator = SeededGenerator(seed: 10_000)
        noise = Text.noise(length: 1 << 20, from: &generator)
        talks.reserveCapacity(downloads)
    }

    /// Writes all of it, a segment of each download in turn.
    mutating func write(to writer: SavefileWriter) throws {
        for index in 0..<downloads { try open(index, writer) }
        for offset in stride(from: 0, to: Self.sent, by: Self.segment) {
            for index in 0..<downloads {
                // Each download has bytes of its own, so that no two objects are the same.
                let start = (index * 97) % (noise.count - Self.sent) + offset
                let length = min(Self.segment, Self.sent - offset)
                let bytes = Array(noise[start..<start + length])
                try turn(index, writer) { $0.server(sends: bytes) }
            }
        }
    }

    private mutating func open(_ index: Int, _ writer: SavefileWriter) throws {
        // 64,000 clients, then the next port of each: addresses for measuring (RFC 2544).
        let client = index % 64_000
        let request = Text.request("GET", "/tep/\(index).bin", host: "kho.example")
        var talk = Conversation(
            client: "198.18.\(client / 250).\(1 + client % 250)",
            UInt16(truncatingIfNeeded: 10_000 + index / 64_000), server: "203.0.113.9", 80)
        talk.acknowledges = false
        talk.interval = 10_000
        talks.append(talk)
        try turn(index, writer) {
            $0.handshake()
            $0.client(sends: request)
            $0.server(
                sends: "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"
                    + "Content-Length: \(Self.promised)\r\n\r\n")
        }
    }

    /// Lets one download act now, writes its frames and moves the common clock.
    private mutating func turn(
        _ index: Int, _ writer: SavefileWriter, _ act: (inout Conversation) -> Void
    ) throws {
        talks[index].time = clock
        act(&talks[index])
        clock = talks[index].time
        for frame in talks[index].takeFrames() { try writer.write(frame) }
    }
}
