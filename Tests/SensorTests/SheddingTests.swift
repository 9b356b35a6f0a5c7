import Flow
import NetTypes
import Scan
import TestSupport
import Testing

@testable import Sensor

@Suite("What a capture thread leaves out when thinning is not enough")
struct SheddingTests {
    @Test(
        "What lies deep in a long stream loses its payload once the ring is seven eighths full, and no frame is dropped"
    )
    func deep() {
        var scene = RingScene()
        scene.send(140)
        let statistics = scene.statistics
        let whole = scene.take()
        #expect(statistics.dropped == 0)
        #expect(statistics.pushed == 140 && whole.count == 140)
        let cut = whole.count { !$0 }
        #expect((80...90).contains(cut))
        // All that is whole came before all that is cut.
        #expect(whole.firstIndex(of: false) == 140 - cut)
        #expect(statistics.shedDeep == UInt64(cut))
        #expect(statistics.shedDeepBytes == UInt64(cut * RingScene.payload))
        #expect(statistics.shedEncrypted == 0)
    }

    @Test(
        "Meanwhile a stream that has just begun is whole, so is the other direction, and so is what ends a stream"
    )
    func young() {
        var scene = RingScene()
        scene.send(55)
        _ = scene.take(3)
        scene.send(3, from: Endpoint(address: RingScene.client.address, port: 50_000))
        scene.send(2, from: RingScene.server, to: RingScene.client)
        scene.send(1, flags: [.ack, .fin])
        scene.send(2)
        #expect(scene.take().suffix(8) == [true, true, true, true, true, true, false, false])
        #expect(scene.statistics.dropped == 0)
    }

    @Test(
        "Shedding ends when the ring is a sixteenth emptier than where it began: each end is one more hole in each long stream"
    )
    func relief() {
        var scene = RingScene()
        scene.send(60)
        _ = scene.take(2)
        scene.send(1)
        _ = scene.take(4)
        scene.send(1)
        #expect(scene.take().suffix(2) == [false, true])
    }

    @Test("Each direction is counted by itself, from its SYN on")
    func depths() {
        var depths = StreamDepths(KeyedHash(seed: 3))
        func segment(_ from: Endpoint, _ to: Endpoint, opens: Bool = false) -> TCPPayload {
            TCPPayload(
                flow: FlowKey(from, to, transport: .tcp, vlans: VLANStack()),
                stream: FlowKey(oneWay: from, to: to, transport: .tcp, vlans: VLANStack()),
                payload: 40..<140, opens: opens, maySkip: true)
        }
        let (client, server) = (RingScene.client, RingScene.server)
        let there = (0..<3).map { _ in depths.add(segment(client, server)) }
        #expect(there == [0, 100, 200])
        let back = (0..<2).map { _ in depths.add(segment(server, client)) }
        #expect(back == [0, 100])
        let anew = [depths.add(segment(client, server, opens: true)), depths.add(segment(client, server))]
        #expect(anew == [0, 100])
    }

    @Test(
        "The fuller the ring, the less of a stream is kept, down to a least; below seven eighths all of it")
    func limits() {
        let limit = StreamLimit(PipelineConfiguration())
        let limits = (0...PressureScale.last).map { limit.bytes($0) }
        let expected: [UInt64?] = [nil, nil, nil, nil, nil, nil, 1_048_576, 16_384, 16_384]
        #expect(limits == expected)
        var tiny = PipelineConfiguration()
        tiny.bulkAfter = 1
        #expect(StreamLimit(tiny).bytes(6) == 16_384)
    }

    @Test(
        "Of a stream whose middle was shed all frames are counted, both answers are told, and nothing is called clean"
    )
    func inspected() throws {
        let rules = try RuleSet.compile([
            RuleSource(
                file: "a", namespace: "a",
                bytes: Array(
                    """
                    rule early { strings: $a = "earlyearly" condition: $a }
                    rule late { strings: $a = "latelate" condition: $a }
                    rule next { strings: $a = "nextnext" condition: $a }
                    """.utf8))
        ]).0
        let (all, cut) = (
            try Self.findings(rules, cutting: 0..<0), try Self.findings(rules, cutting: 35..<60)
        )
        #expect(Set(all.detections.map(\.rule.name)) == ["early", "late", "next"])
        #expect(Set(cut.detections.map(\.rule.name)) == ["early", "next"])
        #expect(!all.statistics.isIncomplete && cut.statistics.isIncomplete)
        #expect(cut.statistics.brokenLaws == [])
        #expect(cut.transactions.count == all.transactions.count)
        #expect(cut.flows.map(\.toClient.bytes) == all.flows.map(\.toClient.bytes))
        #expect(cut.files.map(\.incomplete) == [.gap, nil])
        #expect(all.files.map(\.incomplete) == [nil, nil])
    }

    /// What comes of two answers over one connection, with the payload of some frames left out.
    private static func findings(_ rules: RuleSet, cutting: Range<Int>) throws -> Findings {
        let body =
            "earlyearly" + String(repeating: ".", count: 40_000) + "latelate"
            + String(repeating: ".", count: 30_000)
        var conversation = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        conversation.handshake()
        conversation.client(sends: "GET /large HTTP/1.1\r\nHost: a.example\r\n\r\n")
        conversation.server(sends: "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
        conversation.client(sends: "GET /small HTTP/1.1\r\nHost: a.example\r\n\r\n")
        conversation.server(sends: "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nnextnextnex")
        conversation.close()
        var inspector = try Inspector(.small, rules: rules)
        var findings = Findings()
        for (place, frame) in conversation.takeFrames().enumerated() {
            // Ethernet, IPv4 and TCP, without options behind the handshake.
            let kept = cutting.contains(place) ? min(54, frame.bytes.count) : frame.bytes.count
            inspector.inspect(frame.header, frame.bytes.span.extracting(first: kept), &findings)
        }
        inspector.finish(&findings)
        return findings
    }
}
