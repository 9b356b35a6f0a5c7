import Flow
import NetTypes
import Scan
import Sensor
import TestSupport
import Testing

@Suite struct ScanWindowTests {
    private static func rules(_ text: String) throws -> RuleSet {
        let source = RuleSource(file: "test.yar", namespace: "test", bytes: Array(text.utf8))
        let (rules, problems) = try RuleSet.compile([source])
        #expect(problems.filter(\.isError).isEmpty)
        return rules
    }

    private static let marker = "rule marker { strings: $a = \"MARKER-0123456789\" condition: $a }"

    private static func configuration(window: Int, overlap: Int, budget: Int = 1 << 20) -> SensorConfiguration
    {
        var configuration = SensorConfiguration.small
        configuration.scan.window = window
        configuration.scan.overlap = overlap
        configuration.scan.budget = budget
        return configuration
    }

    private static func stream(_ bytes: [UInt8], segment: Int) -> [Frame] {
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        talk.handshake()
        talk.client(sends: bytes, segment: segment)
        talk.close()
        return talk.frames
    }

    @Test("A string at every place of a stream of many windows is found once, at its offset")
    func everyOffset() throws {
        let rules = try Self.rules(Self.marker)
        for offset in stride(from: 0, to: 380, by: 1) {
            var bytes = [UInt8](repeating: 0x2e, count: 400)
            bytes.replaceSubrange(offset..<offset + 17, with: Array("MARKER-0123456789".utf8))
            let findings = try Findings.of(
                Self.stream(bytes, segment: 33), rules, Self.configuration(window: 64, overlap: 20))
            #expect(findings.detections.count == 1, "at \(offset)")
            #expect(findings.detections.first?.strings.first?.offset == UInt64(offset))
            #expect(findings.statistics.scan.windowed == 1)
            #expect(findings.statistics.brokenLaws == [])
        }
    }

    @Test("A stream of exactly one window is scanned whole")
    func exactWindow() throws {
        let rules = try Self.rules(Self.marker)
        let bytes = Array("MARKER-0123456789".utf8) + [UInt8](repeating: 0x2e, count: 47)
        let findings = try Findings.of(
            Self.stream(bytes, segment: 10), rules, Self.configuration(window: 64, overlap: 20))
        #expect(findings.statistics.scan.windowed == 0)
        #expect(findings.detections.first?.object.complete == true)
        #expect(findings.detections.first?.object.sha256 == Digest.of(bytes.span))
    }

    @Test("A string never matches across a gap")
    func acrossGap() throws {
        let rules = try Self.rules(Self.marker)
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        talk.handshake()
        talk.put(.toServer, at: 0, "MARKER-01")
        talk.put(.toServer, at: 20, "23456789")
        let findings = try Findings.of(talk.frames, rules)
        #expect(findings.detections.isEmpty)
        #expect(findings.statistics.stream.gaps == 1)
        #expect(findings.anomalies.contains { $0.anomaly == .streamGap })
    }

    @Test(
        "Under a budget nothing goes unscanned, memory stays bounded, and what was cut in windows is counted")
    func budget() throws {
        let rules = try Self.rules(Self.marker)
        var conversations: [[Frame]] = []
        for client in 0..<30 as Range<UInt16> {
            var talk = Conversation(client: "198.51.100.7", 40000 + client, server: "203.0.113.9", 80)
            talk.handshake()
            talk.client(sends: [UInt8](repeating: 0x2e, count: 3000), segment: 500)
            talk.client(sends: "MARKER-0123456789")
            conversations.append(talk.frames)
        }
        let findings = try Findings.of(
            [Frame].merged(conversations), rules, Self.configuration(window: 4096, overlap: 64, budget: 20000)
        )
        #expect(findings.detections.count == 30)
        #expect(findings.statistics.scan.peakBytes <= 20000 + 600)
        #expect(findings.statistics.scan.windowed > 0)
        #expect(findings.statistics.scan.scanned == findings.statistics.scan.offered)
        #expect(findings.statistics.brokenLaws == [])
    }

    @Test("Rules see the flow: protocol, addresses, ports, direction, VLAN and kind of object")
    func variables() throws {
        let rules = try Self.rules(
            """
            rule sees { strings: $a = "hello" condition: $a and proto == "tcp" and src_ip == "198.51.100.7"
              and src_port == 40000 and dst_ip == "203.0.113.9" and dst_port == 80 and direction == "to_server"
              and vlan == 0 and object_kind == "stream" }
            rule answer { strings: $a = "hello" condition: $a and direction == "to_client" and src_port == 80 }
            """)
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        talk.handshake()
        talk.client(sends: "hello")
        talk.server(sends: "hello")
        talk.close()
        let findings = try Findings.of(talk.frames, rules)
        #expect(findings.detections.map(\.rule.name) == ["sees", "answer"])
    }

    @Test("Retransmitted bytes that differ from what was delivered are a conflict")
    func conflict() throws {
        let rules = try Self.rules(Self.marker)
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        talk.handshake()
        talk.put(.toServer, at: 0, "harmless")
        talk.put(.toServer, at: 0, "harmfull")
        let findings = try Findings.of(talk.frames, rules)
        #expect(findings.anomalies.map(\.anomaly) == [.streamConflict])
    }

    @Test("Bytes that have no place in their stream are scanned by themselves, as a segment")
    func strays() throws {
        let rules = try Self.rules(Self.marker)
        func found(_ script: (inout Conversation) -> Void) throws -> [ScannedObject.Kind] {
            var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
            talk.handshake()
            script(&talk)
            let findings = try Findings.of(talk.frames, rules)
            #expect(findings.statistics.brokenLaws == [])
            return findings.detections.map(\.object.kind)
        }
        let marker = "MARKER-0123456789"
        let another = try found { talk in
            talk.put(.toServer, at: 0, "harmless-01234567")
            talk.put(.toServer, at: 0, marker)
        }
        #expect(another == [.segment], "another version of delivered bytes")
        let held = try found { talk in
            talk.put(.toServer, at: 5, "harmless-01234567")
            talk.put(.toServer, at: 5, marker)
        }
        #expect(held == [.segment], "another version of held bytes")
        #expect(try found { $0.put(.toServer, at: 70 << 20, marker) } == [.segment], "too far ahead")
        let both = try found { talk in
            talk.put(.toServer, at: 0, "harmless-01234567")
            talk.put(.toServer, at: 0, marker)
            talk.put(.toServer, at: 17, marker)
        }
        #expect(
            both.sorted { $0.rawValue < $1.rawValue } == [.segment, .stream], "one does not hide the other")
    }

    @Test("A segment with a wrong checksum is in the stream once it is acknowledged, before what comes later")
    func acknowledgedDoubt() throws {
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        talk.handshake()
        talk.put(.toServer, at: 0, "MARKER-0123456789")
        // The TCP checksum, behind 14 bytes of Ethernet and 20 of IP.
        talk.frames[talk.frames.count - 1].bytes[14 + 20 + 16] ^= 0xff
        talk.segment(
            .toClient, sequence: talk.nextSequence(.toClient),
            acknowledgement: talk.sequence(.toServer, at: 17))
        talk.put(.toServer, at: 0, "harmless-01234567")
        let findings = try Findings.of(talk.frames, try Self.rules(Self.marker))
        #expect(findings.detections.map(\.object.kind) == [.stream])
        #expect(findings.anomalies.map(\.anomaly).contains(.streamChecksum))
    }

    @Test("A stream that a limit cut in two makes the run incomplete")
    func cutByLimit() throws {
        var configuration = SensorConfiguration.small
        configuration.flow.heldSegments = 4
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        talk.handshake()
        for offset in stride(from: 40, to: 0, by: -2) { talk.put(.toServer, at: offset, "ab") }
        let findings = try Findings.of(talk.frames, try Self.rules(Self.marker), configuration)
        #expect(findings.statistics.stream.limited > 0)
        #expect(findings.statistics.isIncomplete)
        #expect(
            findings.statistics.scan.offered == findings.statistics.stream.payload, "every byte was scanned")
    }

    @Test("A scan that runs out of time is said, counted, and not called complete")
    func timeout() throws {
        var configuration = SensorConfiguration.small
        configuration.scan.timeout = 1
        let rules = try Self.rules("rule slow { strings: $a = /a.*a.*a.*a.*a.*a.*a.*b/s condition: $a }")
        let findings = try Findings.of(
            Self.stream([UInt8](repeating: 0x61, count: 400_000), segment: 1400), rules, configuration)
        #expect(findings.statistics.scan.timedOut + findings.statistics.scan.failed == 400_000)
        #expect(findings.anomalies.contains { [.scanTimeout, .scanFailed].contains($0.anomaly) })
        #expect(findings.statistics.isIncomplete)
    }

    @Test("A rule that hits in many datagrams of a flow is reported once, and the rest are counted")
    func repeats() throws {
        let rules = try Self.rules(Self.marker)
        var exchange = DatagramExchange(client: "198.51.100.7", 40000, server: "203.0.113.9", 53)
        for _ in 0..<5 { exchange.client(sends: Array("MARKER-0123456789".utf8)) }
        let findings = try Findings.of(exchange.frames, rules)
        #expect(findings.detections.count == 1)
        #expect(findings.statistics.scan.repeats == 4)
    }

    @Test("A connection that closed properly is scanned at once and holds nothing")
    func closed() throws {
        let rules = try Self.rules(Self.marker)
        var inspector = try Inspector(.small, rules: rules)
        var findings = Findings()
        for frame in Self.stream(Array("xx MARKER-0123456789".utf8), segment: 5) {
            inspector.inspect(frame.header, frame.bytes.span, &findings)
        }
        #expect(findings.detections.count == 1)
        #expect(inspector.statistics.scan.pending == 0)
    }
}
