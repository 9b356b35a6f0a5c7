import NetTypes
import Scan
import Sensor
import TestSupport
import Testing

/// Flows know the units of both ends, and a unit's payload policy decides what is kept of matches.
@Suite struct UnitTests {
    private static func unit(
        _ id: String, _ network: String, _ payload: PayloadPolicy = .keep, to: Day? = nil
    ) -> NetworkUnit {
        NetworkUnit(
            id: id, name: id, kind: .ward, level: 2, payload: payload,
            networks: [IPNetwork(network)].compactMap { $0 }, to: to)
    }

    private static let text = "GET /secret-word HTTP/1.1\r\nHost: a.example\r\n\r\n"

    private static func findings(
        _ rule: String, _ units: [NetworkUnit], content: Bool = false, evidence: Int = 64
    ) throws -> Findings {
        let source = RuleSource(file: "test.yar", namespace: "test", bytes: Array(rule.utf8))
        let (rules, problems) = try RuleSet.compile([source])
        #expect(problems.filter(\.isError).isEmpty)
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 8088)
        talk.handshake()
        talk.client(sends: Array(text.utf8))
        talk.server(sends: Array("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\nan-object-word".utf8))
        talk.close()
        var exchange = DatagramExchange(client: "198.51.100.7", 40000, server: "203.0.113.9", 9000)
        exchange.client(sends: Array("datagram-word".utf8))
        var configuration = SensorConfiguration.small
        configuration.networks = NetworkDirectory(units)
        configuration.objectContent = content
        configuration.scan.bytesPerString = evidence
        return try Findings.of([Frame].merged([talk.frames, exchange.frames]), rules, configuration)
    }

    private static let words = """
        rule word { strings: $a = /(secret|object|datagram)-word/ condition: $a }
        """

    @Test("Rules see the unit of the sender and of the receiver, each way")
    func variables() throws {
        let units = [Self.unit("phuong-01", "198.51.100.0/24"), Self.unit("so-01", "203.0.113.0/24")]
        let rule = """
            rule up { condition: src_unit == "phuong-01" and dst_unit == "so-01" and object_kind == "stream" }
            rule down { condition: src_unit == "so-01" and dst_unit == "phuong-01" and object_kind == "http_body" }
            rule nobody { condition: src_unit == "" or dst_unit == "" }
            """
        let findings = try Self.findings(rule, units)
        #expect(findings.detections.map(\.rule.name).sorted() == ["down", "up"])
        for flow in findings.flows {
            #expect(flow.context.clientUnit?.id == "phuong-01" && flow.context.serverUnit?.id == "so-01")
        }
        #expect(findings.files.first?.flow.serverUnit?.id == "so-01")
        #expect(findings.transactions.first?.flow.clientUnit?.id == "phuong-01")
    }

    @Test("Without a directory, outside of it and out of its time there is no unit")
    func unknown() throws {
        let over = try #require(Day("2020-01-01"))
        for units in [[], [Self.unit("x", "192.0.2.0/24")], [Self.unit("x", "198.51.100.0/24", to: over)]] {
            let findings = try Self.findings(
                "rule nobody { condition: src_unit == \"\" and dst_unit == \"\" }", units)
            #expect(!findings.detections.isEmpty)
            #expect(
                findings.flows.allSatisfy { $0.context.clientUnit == nil && $0.context.serverUnit == nil })
        }
    }

    @Test("With the policy hash a match has its digest and no bytes; in streams, objects and datagrams alike")
    func hash() throws {
        let plain = try Self.findings(Self.words, [])
        let hashed = try Self.findings(Self.words, [Self.unit("so-01", "203.0.113.9", .hash)])
        #expect(plain.detections.count == hashed.detections.count)
        #expect(Set(plain.detections.map(\.object.kind)) == [.stream, .httpBody, .datagram])
        for (one, other) in zip(plain.detections, hashed.detections) {
            let (bytes, match) = (try #require(one.strings.first).bytes, try #require(other.strings.first))
            #expect(match.bytes.isEmpty && match.isWithheld && !one.strings[0].isWithheld)
            #expect(match.sha256 == Digest.of(bytes.span))
            #expect(match.offset == one.strings[0].offset && match.length == one.strings[0].length)
        }
    }

    @Test("With the policy none there is neither, and the more severe of two policies counts")
    func nothing() throws {
        let units = [Self.unit("a", "198.51.100.0/24", .none), Self.unit("b", "203.0.113.0/24", .hash)]
        let findings = try Self.findings(Self.words, units)
        #expect(findings.detections.count == 4)
        for match in findings.detections.flatMap(\.strings) {
            #expect(match.bytes.isEmpty && match.isWithheld && match.sha256 == nil && match.length > 0)
        }
    }

    @Test("A match longer than its evidence is hashed whole")
    func longMatch() throws {
        let rule = "rule long { strings: $a = /GET \\/secret[^\\x00]{1,200}/ condition: $a }"
        let findings = try Self.findings(rule, [Self.unit("so-01", "203.0.113.9", .hash)], evidence: 4)
        let match = try #require(findings.detections.first?.strings.first)
        let bytes = Array(Self.text.utf8)
        #expect(match.offset == 0 && match.length == bytes.count)
        #expect(match.sha256 == Digest.of(bytes.span))
    }

    @Test("Objects of a unit that keeps payload back are not handed out")
    func content() throws {
        let open = try Self.findings(Self.words, [], content: true)
        #expect(open.files.first?.content == Array("an-object-word".utf8))
        let closed = try Self.findings(
            Self.words, [Self.unit("so-01", "203.0.113.9", .hash)], content: true)
        #expect(closed.files.count == open.files.count && closed.files.allSatisfy { $0.content == nil })
    }
}
