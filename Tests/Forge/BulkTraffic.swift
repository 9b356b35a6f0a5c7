import NetTypes
import TestSupport

/// Few large flows: two dozen HTTP downloads side by side, in full-sized frames, of prose and random bytes in turn.
struct BulkTraffic {
    private static let flows = 24
    private static let piece = 64 * 1024

    private var generator = SeededGenerator(seed: 20_261_124)
    private var talks: [Conversation] = []
    private var left: [Int]
    private var clock = Timestamp.scene
    private let prose: [UInt8]
    private let noise: [UInt8]
    private let share: Int

    /// Traffic of about `megabytes` millions of bytes on disk.
    init(megabytes: Int) {
        prose = Text.prose(length: 2 << 20, from: &generator)
        noise = Text.noise(length: 2 << 20, from: &generator)
        // Of the file about 93 % is payload; the rest is headers, record headers and acknowledgements.
        share = max(Self.piece, megabytes * 930_000 / Self.flows)
        left = Array(repeating: share, count: Self.flows)
    }

    /// Writes all of it. Three flows carry the anti-malware test string halfway.
    mutating func write(to writer: SavefileWriter) throws {
        for index in 0..<Self.flows { try open(index, writer) }
        while let index = pick() {
            let length = min(Self.piece, left[index])
            var bytes = slice(length)
            if [2, 9, 17].contains(index), (share / 2..<share / 2 + Self.piece).contains(left[index]) {
                bytes.replaceSubrange(0..<Payload.eicar.utf8.count, with: Payload.eicar.utf8)
            }
            left[index] -= length
            var offset = 0
            while offset < bytes.count {
                let burst = min(1448 * Int.random(in: 2...16, using: &generator), bytes.count - offset)
                try turn(index, writer) { $0.server(sends: Array(bytes[offset..<offset + burst])) }
                offset += burst
            }
            if left[index] == 0 { try turn(index, writer) { $0.close() } }
        }
    }

    private mutating func open(_ index: Int, _ writer: SavefileWriter) throws {
        var talk = Conversation(
            client: "198.51.100.\(10 + index)", UInt16(50000 + index), server: "203.0.113.\(1 + index % 5)",
            80,
            clientInitial: UInt32(truncatingIfNeeded: generator.next()),
            serverInitial: UInt32(truncatingIfNeeded: generator.next()))
        talk.usesTimestamps = true
        talk.interval = 12_000
        talks.append(talk)
        let head =
            "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: \(share)\r\n\r\n"
        try turn(index, writer) {
            $0.handshake()
            $0.client(sends: Text.request("GET", "/kho/\(index).bin", host: "kho.example"))
            $0.server(sends: head)
        }
    }

    /// Lets one flow act now, writes its frames and moves the common clock.
    private mutating func turn(
        _ index: Int, _ writer: SavefileWriter, _ act: (inout Conversation) -> Void
    ) throws {
        talks[index].time = clock
        act(&talks[index])
        clock = talks[index].time
        for frame in talks[index].takeFrames() { try writer.write(frame) }
    }

    private mutating func pick() -> Int? {
        left.indices.filter { left[$0] > 0 }.randomElement(using: &generator)
    }

    private mutating func slice(_ length: Int) -> [UInt8] {
        let source = Bool.random(using: &generator) ? prose : noise
        let start = Int.random(in: 0...source.count - length, using: &generator)
        return Array(source[start..<start + length])
    }
}
