import Foundation
import NetTypes
import TestSupport

/// A scene in which a night's scans are run: captures that are rotated, a ledger, a store and an event log.
extension Scene {
    /// Options of a nightly scan in the scene.
    static let night = [
        "--rules", "rules", "--ledger", "l.db", "--store", "i.db", "--event-log", "e.json", "--host", "h",
        "--settle", "0s", "--quiet", "--json",
    ]

    /// Scans with the options of a night and some more.
    func night(_ more: String...) throws -> Outcome {
        try finish(process(["scan"] + more + Self.night))
    }

    /// The alerts of an event log, sorted, each as often as it is there.
    func alerts(_ log: String = "e.json") throws -> [String] {
        try text(log).split(separator: "\n").map(String.init).filter {
            $0.contains(#""event_type":"alert""#)
        }
        .sorted()
    }

    /// The lines of an event log in their order, but for those about incidents: the store decides when it says what.
    func events(_ log: String = "e.json") throws -> [String] {
        try text(log).split(separator: "\n").map(String.init).filter {
            !$0.contains(#""event_type":"incident""#)
        }
    }

    /// The incidents of the store, by identifier, severity and number of alerts.
    func incidents() throws -> [String] {
        let list = try run("incident", "list", "--store", "i.db", "--json", "--all").output
        return list.split(separator: "\n").compactMap { line in
            let parts = [/"id":"([^"]*)"/, /"severity":([0-9]*)/, /"alerts":([0-9]*)/]
            return parts.compactMap { line.firstMatch(of: $0).map { String($0.1) } }.joined(separator: " ")
        }
        .sorted()
    }

    /// Writes frames as so many files one after another, as a sensor rotates them; gives their names.
    @discardableResult
    func rotate(_ frames: [Frame], into count: Int, as name: String = "in/eth0") throws -> [String] {
        let size = (frames.count + count - 1) / count
        return try (0..<count).map { number in
            let file = name + "-" + String(10_000 + number).dropFirst() + ".pcap"
            let part = frames.dropFirst(number * size).prefix(size)
            try write(file, SavefileBytes.pcap(Array(part)))
            return file
        }
    }

    /// A conversation in which the client says the scene's word, and nothing else.
    static func beacon(
        _ port: UInt16, client: String = "198.51.100.7", start: Timestamp = .scene
    ) -> Conversation {
        var talk = Conversation(client: client, port, server: "203.0.113.9", 80, start: start)
        talk.handshake()
        talk.client(sends: word)
        talk.close()
        return talk
    }

    /// A download by HTTP whose body is compressed and holds the scene's word near its end, so that only the whole of it,
    /// in order, shows it.
    static func download(client port: UInt16 = 40_000) -> Conversation {
        var talk = Conversation(client: "198.51.100.7", port, server: "203.0.113.9", 80)
        talk.handshake()
        talk.client(sends: "GET /a.bin HTTP/1.1\r\nHost: www.example\r\n\r\n")
        var body: [UInt8] = []
        var random = SeededGenerator(seed: 5)
        for _ in 0..<20_000 { body.append(UInt8.random(in: 0...255, using: &random)) }
        body += Array(word.utf8) + Array("the end".utf8)
        talk.server(
            sends:
                "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: \(body.count)\r\n\r\n"
        )
        talk.server(sends: body, segment: 700)
        talk.close()
        return talk
    }
}
