import NetTypes
import Scan
import TestSupport
import Testing

@testable import Sensor

@Suite("What a worker leaves out while its ring fills up")
struct ThinningTests {
    @Test("The fuller the ring, the less of an object is kept, down to a least")
    func heads() {
        var configuration = PipelineConfiguration()
        configuration.pressure = 50
        configuration.bulkAfter = 1 << 20
        let thinning = Thinning(configuration)
        let heads: [Int?] = [0, 50, 51, 60, 70, 80, 90, 100].map { thinning.head(depth: $0, of: 100) }
        let expected: [Int?] = [nil, nil, 1_048_576, 262_144, 16_384, 4_096, 2_048, 2_048]
        #expect(heads == expected)
        #expect(thinning.head(depth: -1, of: 0) == nil)
    }

    /// Two answers over one connection; in the first is `late` far behind its head, in the second `next`.
    private static func frames(encoding: String = "", body: [UInt8]) -> [Frame] {
        var conversation = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        conversation.handshake()
        conversation.client(sends: "GET /large HTTP/1.1\r\nHost: a.example\r\n\r\n")
        conversation.server(
            sends: Array("HTTP/1.1 200 OK\r\n\(encoding)Content-Length: \(body.count)\r\n\r\n".utf8) + body)
        conversation.client(sends: "GET /small HTTP/1.1\r\nHost: a.example\r\n\r\n")
        conversation.server(sends: "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nnextnextnex")
        conversation.close()
        return conversation.takeFrames()
    }

    private static let body =
        Array(
            ("earlyearly" + String(repeating: ".", count: 60_000) + "latelate"
                + String(repeating: ".", count: 4_000)).utf8)

    private static func rules() throws -> RuleSet {
        let source = """
            rule early { strings: $a = "earlyearly" condition: $a }
            rule late { strings: $a = "latelate" condition: $a }
            rule next { strings: $a = "nextnext" condition: $a }
            rule head { strings: $a = "HTTP/1.1 200 OK" condition: #a == 1 or $a }
            """
        return try RuleSet.compile([RuleSource(file: "a", namespace: "a", bytes: Array(source.utf8))]).0
    }

    private static func run(_ frames: [Frame], keeping head: Int?) throws -> Findings {
        var inspector = try Inspector(.small, rules: rules())
        inspector.keepHeads(head)
        var findings = Findings()
        for frame in frames { inspector.inspect(frame.header, frame.bytes.span, &findings) }
        inspector.finish(&findings)
        return findings
    }

    @Test("The middle of an object is left out and counted; its head, and what follows it, is scanned")
    func middle() throws {
        let frames = Self.frames(body: Self.body)
        let all = try Self.run(frames, keeping: nil)
        let thin = try Self.run(frames, keeping: 4_096)
        func found(_ findings: Findings) -> Set<String> { Set(findings.detections.map(\.rule.name)) }
        #expect(found(all) == ["early", "late", "next", "head"])
        #expect(found(thin) == ["early", "next", "head"])
        #expect(all.statistics.scan.shed == 0)
        #expect(thin.statistics.scan.shed > 50_000)
        #expect(thin.statistics.application.shed >= 60_000 - 4_096)
        #expect(thin.statistics.isIncomplete)
        #expect(thin.statistics.brokenLaws == [])
        // The flow is whole: no anomaly, no gap, both transactions.
        #expect(thin.anomalies.isEmpty)
        #expect(thin.transactions.count == 2)
        #expect(thin.statistics.stream.gaps == 0)
        let large = try #require(thin.files.first { $0.object.name.hasSuffix("large") })
        #expect(large.incomplete == .shed)
        #expect(large.size == UInt64(Self.body.count))
        #expect(large.object.size >= 4_096)
        #expect(large.object.size < 8_192)
        let small = try #require(thin.files.first { $0.object.name.hasSuffix("small") })
        #expect(small.incomplete == nil)
    }

    @Test("An encoded body is not decoded further, and is said to be incomplete")
    func encoded() throws {
        var noise = SeededGenerator(seed: 5)
        let body = (0..<90_000).map { _ in UInt8.random(in: .min ... .max, using: &noise) }
        let packed = Compressed.gzip(body)
        let frames = Self.frames(encoding: "Content-Encoding: gzip\r\n", body: packed)
        let thin = try Self.run(frames, keeping: 4_096)
        let large = try #require(thin.files.first { $0.object.name.hasSuffix("large") })
        #expect(large.incomplete == .shed)
        #expect(thin.statistics.application.shed > 60_000)
        #expect(thin.statistics.brokenLaws == [])
        #expect(thin.transactions.count == 2)
        #expect(Set(thin.detections.map(\.rule.name)) == ["next", "head"])
    }

    @Test("Once pressure is over, the next object is whole again")
    func relief() throws {
        let frames = Self.frames(body: Self.body)
        var inspector = try Inspector(.small, rules: Self.rules())
        var findings = Findings()
        for (place, frame) in frames.enumerated() {
            inspector.keepHeads((10..<20).contains(place) ? 2_048 : nil)
            inspector.inspect(frame.header, frame.bytes.span, &findings)
        }
        inspector.finish(&findings)
        #expect(Set(findings.detections.map(\.rule.name)) == ["early", "late", "next", "head"])
        #expect(findings.statistics.scan.shed > 0)
        #expect(findings.files.map(\.incomplete) == [.shed, nil])
        #expect(findings.statistics.brokenLaws == [])
    }
}
