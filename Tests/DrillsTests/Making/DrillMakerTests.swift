import Capture
import Drills
import NetTypes
import Scan
import Sensor
import TestSupport
import Testing
import Wire

@Suite struct DrillMakerTests {
    private static let client = "198.51.100.7"
    private static let server = "203.0.113.9"
    private static let rule =
        "rule Attack { meta: description = \"An \\\"attack\\\"\" category = \"intrusion\" strings: $a = \"EVIL\" condition: $a }"

    private func talk() -> Conversation {
        var talk = Conversation(client: Self.client, 40000, server: Self.server, 80)
        talk.handshake()
        return talk
    }

    private func maker(_ folder: TestFolder, rule: String = rule, texts: [String] = []) throws -> DrillMaker {
        try folder.write("attack.yar", Array(rule.utf8))
        var maker = DrillMaker(
            SensorConfiguration(), rules: try RuleSet.load(paths: [folder.path + "/attack.yar"]).0)
        maker.texts = texts
        return maker
    }

    private func make(
        _ frames: [Frame], texts: [String] = [], rule: String = rule, allowsLoss: Bool = false
    ) throws -> MadeDrill {
        let folder = try TestFolder(["traffic.pcap": SavefileBytes.pcap(frames)])
        var maker = try maker(folder, rule: rule, texts: texts)
        maker.allowsLoss = allowsLoss
        return try maker.make(of: folder.path + "/traffic.pcap", from: nil)
    }

    /// All payload of one direction, by the order of frames, and whether every checksum is right.
    private func payload(_ made: MadeDrill, toPort port: UInt16) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for frame in try DrillSamples.frames(made.capture) {
            guard case .packet(let packet) = Decoder().decode(frame.bytes.span, frame.header) else {
                continue
            }
            #expect(packet.checksum != .wrong)
            #expect(!packet.anomalies.contains(.ipv4Checksum))
            if packet.destinationPort == port { bytes += frame.bytes[packet.payload] }
        }
        return bytes
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func textsAcrossSegmentsAreReplaced() throws {
        var talk = talk()
        let request = "GET /EVIL HTTP/1.1\r\nHost: secret.example\r\nX: \(Self.server)\r\n\r\n"
        talk.acknowledges = false
        for character in request.utf8 { talk.client(sends: [character]) }
        talk.close()
        let made = try make(talk.frames, texts: ["secret.example"])
        let new = text(try payload(made, toPort: 80))
        #expect(new.utf8.count == request.utf8.count)
        #expect(new.contains("EVIL"))
        #expect(!new.contains("secret"))
        #expect(!new.contains(Self.server))
        let host = try #require(made.drill.injects.first?.expected.first?.server)
        #expect(new.contains("X: \(host)\r\n"))
    }

    @Test func retransmissionsAreReplacedAlike() throws {
        var talk = talk()
        let request = Array("GET /EVIL HTTP/1.1\r\nHost: secret.example\r\n\r\n".utf8)
        talk.client(sends: request)
        // The same again in other cuts, and another version of the same place.
        talk.put(.toServer, at: 20, Array(request[20..<34]))
        talk.put(.toServer, at: 30, Array(request[30...]))
        talk.put(.toServer, at: 24, Array("secret.EXAMPLE".utf8))
        talk.put(.toServer, at: 10, Array("x secret.example y".utf8))
        talk.close()
        let made = try make(talk.frames, texts: ["secret.example"])
        let new = text(try payload(made, toPort: 80)).lowercased()
        #expect(!new.contains("secret"))
        #expect(!new.contains("ample"))
        // Counted in bytes, since a line break is one character.
        let word = text(Array(Array(new.utf8)[26..<40]))
        #expect(new.contains("x \(word) y"))
    }

    @Test func datagramsInFragmentsAreReplaced() throws {
        let builder = PacketBuilder(source: .literal(Self.client), destination: .literal(Self.server))
        let packet = builder.udp(
            from: 4000, to: 514,
            Array("EVIL from secret.example at \(Self.client) to \(Self.server), and on".utf8))
        let frames = Frame(FrameBuilder().frame(packet), at: .scene).fragmented(size: 16)
        let made = try make(frames.inArrivalOrder(), texts: ["secret.example"])
        var whole: [UInt8] = []
        for frame in try DrillSamples.frames(made.capture) {
            guard case .packet(let packet) = Decoder().decode(frame.bytes.span, frame.header) else {
                continue
            }
            whole += frame.bytes[packet.payload]
        }
        #expect(text(whole.suffix(from: 8).map { $0 }).hasPrefix("EVIL from "))
        #expect(
            !text(whole).contains("secret") && !text(whole).contains("100.7")
                && !text(whole).contains("113.9"))
        // The checksum in the first fragment is right for all of them.
        let ends = try #require(made.drill.injects.first?.expected.first)
        let again = PacketBuilder(
            source: try #require(ends.client), destination: try #require(ends.server)
        ).udp(from: 4000, to: 514, Array(whole[8...]))
        #expect(Array(again[20...]) == whole)
    }

    @Test func answersOfDNSAreReplaced() throws {
        let answer: [UInt8] =
            [0x12, 0x34, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0] + [4] + Array("EVIL".utf8)
            + [7] + Array("example".utf8) + [
                0, 0, 1, 0, 1, 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, 192, 0, 2, 77,
            ]
        let packet = PacketBuilder(source: .literal(Self.server), destination: .literal(Self.client))
            .udp(from: 53, to: 4000, answer)
        let made = try make([Frame(FrameBuilder().frame(packet), at: .scene)], texts: ["example"])
        let new = try payload(made, toPort: 4000)
        #expect(new.prefix(17) == answer.prefix(17))
        #expect(!text(new).contains("example"))
        #expect(Array(new.suffix(4)) != [192, 0, 2, 77])
        #expect(made.addresses == 3)
    }

    @Test func messagesWithAddressesAndTextsAreReplacedInBoth() throws {
        let (one, other) = (IPAddress.literal("2001:db8:1::1"), IPAddress.literal("2001:db8:1::2"))
        let attack = PacketBuilder(source: one, destination: other).udp(
            from: 4000, to: 514, Array("EVIL".utf8))
        let card: [UInt8] = [0x02, 0x11, 0x22, 0x33, 0x44, 0x55]
        let framing = FrameBuilder(source: card)
        let neighbour = PacketBuilder(source: one, destination: other)
            .icmp(type: 136, code: 0, one.bytes + [2, 1] + card)
        let quoted = PacketBuilder(source: one, destination: other).udp(
            from: 4000, to: 514, Array("secret.example".utf8))
        let refused = PacketBuilder(source: other, destination: one).icmp(type: 1, code: 4, quoted)
        let frames = [attack, neighbour, refused].map { Frame(framing.frame($0), at: .scene) }
        let made = try make(frames.inArrivalOrder(), texts: ["secret.example"])
        #expect(made.dropped.isEmpty)
        #expect(made.frames == 3)
        for frame in try DrillSamples.frames(made.capture) {
            for left in [one.bytes, other.bytes, card, Array("secret".utf8)] {
                #expect(!frame.bytes.contains(left))
            }
        }
        _ = try payload(made, toPort: 0)
    }

    @Test func whatCannotBeMadeCleanIsLeftOut() throws {
        // One flow is found and clean, another hides a text in a body that is compressed on the wire.
        var clean = Conversation(client: Self.client, 40000, server: Self.server, 8080)
        clean.handshake()
        clean.client(sends: Array("EVIL\r\n".utf8))
        clean.close()
        var hidden = Conversation(client: Self.client, 40001, server: Self.server, 80)
        hidden.handshake()
        hidden.client(sends: Array("GET / HTTP/1.1\r\nHost: h\r\n\r\n".utf8))
        let body = Compressed.gzip(Array("a page of secret.example, with more than this\n".utf8))
        hidden.server(
            sends: Array(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n"
                    .utf8) + body)
        hidden.close()
        let made = try make(.merged([clean.frames, hidden.frames]), texts: ["secret.example"])
        #expect(made.dropped.map { max($0.low.port, $0.high.port) } == [40001])
        #expect(made.dropped.first?.reason == .leak("object"))
        #expect(made.lost.isEmpty)
        #expect(made.detections == 1)
    }

    @Test func detectionsAreNotLostInSilence() throws {
        var talk = talk()
        talk.client(sends: Array("EVIL at secret.example\r\n".utf8))
        talk.close()
        var other = Conversation(client: Self.client, 40001, server: Self.server, 80)
        other.handshake()
        other.client(sends: Array("EVIL\r\n".utf8))
        other.close()
        let frames: [Frame] = .merged([talk.frames, other.frames])
        let rule = Self.rule + " rule Named { strings: $a = \"secret.example\" condition: $a }"
        #expect(throws: MakeError.self) { try make(frames, texts: ["secret.example"], rule: rule) }
        let made = try make(frames, texts: ["secret.example"], rule: rule, allowsLoss: true)
        #expect(made.lost.count == 2)
        #expect(made.dropped.first?.reason == .detections)
        #expect(made.detections == 1)
    }

    @Test func onlyTheFlowsOfAlertsAreTaken() throws {
        var talk = talk()
        talk.client(sends: Array("EVIL\r\n".utf8))
        var other = Conversation(client: "192.0.2.1", 40001, server: Self.server, 80)
        other.handshake()
        other.client(sends: Array("EVIL\r\n".utf8))
        let folder = try TestFolder([
            "traffic.pcap": SavefileBytes.pcap(.merged([talk.frames, other.frames]))
        ])
        let alerts = AlertList(lines: [
            "{\"event_type\":\"flow\",\"src_ip\":\"192.0.2.1\",\"dest_ip\":\"\(Self.server)\"}",
            "no JSON \"alert\"",
            "{\"event_type\":\"alert\",\"src_ip\":\"\(Self.server)\",\"dest_ip\":\"\(Self.client)\"}",
        ])
        #expect(alerts.count == 1)
        let maker = try maker(folder)
        let made = try maker.make(of: folder.path + "/traffic.pcap", from: alerts)
        #expect(made.frames == talk.frames.count)
        #expect(made.detections == 1)
        #expect(throws: MakeError.noAlerts) {
            try maker.make(of: folder.path + "/traffic.pcap", from: AlertList(lines: []))
        }
    }

    @Test func theDraftSaysWhatIsFound() throws {
        var talk = talk()
        talk.wait(nanoseconds: 2_500_000_000)
        talk.client(sends: Array("EVIL\r\n".utf8))
        talk.close()
        let made = try make(talk.frames)
        let inject = try #require(made.drill.injects.first)
        #expect(made.drill.injects.count == 1)
        #expect(inject.at == .zero)
        #expect(inject.expected.first?.rule == "attack/Attack")
        #expect(inject.expected.first?.serverPort == 80)
        #expect(inject.answer?.category == .intrusion)
        #expect(inject.answer?.firstPacket == 4)
        #expect(inject.answer?.hosts.first == inject.expected.first?.server)
        let text = DrillDocument.yaml(made.drill)
        #expect(text.contains("title: \"An \\\"attack\\\"\"\n"))
        #expect(text.contains("      - rule: \"attack/Attack\"\n        src: \""))
        #expect(text.contains("sha256: \"\(Digest.of(made.capture.span).hexadecimal)\"\n"))
    }

    @Test func limitsAreErrors() throws {
        var talk = talk()
        talk.client(sends: Array("EVIL\r\n".utf8))
        let folder = try TestFolder(["traffic.pcap": SavefileBytes.pcap(talk.frames)])
        let path = folder.path + "/traffic.pcap"
        var maker = try maker(folder)
        maker.limits.sliceBytes = 100
        #expect(throws: MakeError.tooLarge(limit: 100)) { try maker.make(of: path, from: nil) }
        maker = try self.maker(folder, texts: ["ab"])
        #expect(throws: MakeError.unusableText("ab")) { try maker.make(of: path, from: nil) }
        maker = try self.maker(folder, rule: "rule Never { strings: $a = \"NEVER\" condition: $a }")
        let alerts = AlertList(lines: [
            "{\"event_type\":\"alert\",\"src_ip\":\"\(Self.server)\",\"dest_ip\":\"\(Self.client)\"}"
        ])
        #expect(throws: MakeError.nothingFound) { try maker.make(of: path, from: alerts) }
        maker.shouldStop = { true }
        #expect(throws: MakeError.interrupted) { try maker.make(of: path, from: alerts) }
    }
}
