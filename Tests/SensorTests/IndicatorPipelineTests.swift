import Capture
import NetTypes
import Scan
import TestSupport
import Testing

@testable import Sensor

@Suite("Indicators and threads")
struct IndicatorPipelineTests {
    private static func sightings(_ findings: [Finding]) -> [String] {
        findings.compactMap { finding in
            guard case .detection(let detection) = finding else { return nil }
            return String(describing: detection)
        }
        .sorted()
    }

    /// Sends a savefile through a pipeline; `exchange` is called before it is started.
    private static func run(
        _ path: String, _ indicators: IndicatorSet?, workers: Int, _ exchange: (Pipeline) -> Void = { _ in }
    ) throws -> [Finding] {
        var configuration = PipelineConfiguration()
        configuration.workers = workers
        configuration.isPatient = true
        let pipeline = Pipeline(configuration, SensorConfiguration(), rules: nil, indicators: indicators) {
            .zero
        }
        pipeline.add(try Savefile(path: path), name: path)
        try pipeline.start()
        exchange(pipeline)
        var all: [Finding] = []
        while !pipeline.isFinished {
            pipeline.mailbox.wait(milliseconds: 20)
            all += pipeline.mailbox.take()
        }
        pipeline.join()
        return all + pipeline.mailbox.take()
    }

    /// Something of every kind that the captures of ours have.
    static let everything = IndicatorTests.set { builder in
        let detail = IndicatorDetail()
        for network in ["198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32"].compactMap({ IPNetwork($0) }) {
            _ = builder.add(network, detail)
        }
        _ = builder.add(.domain, Array(".example".utf8)[...], detail)
        _ = builder.add(.url, Array("http://tailieu.example/tai-lieu/bieu-mau.com".utf8)[...], detail)
    }

    @Test(
        "One worker, four workers and one inspector without threads meet the same",
        arguments: Repository.captures)
    func same(path: String) throws {
        var savefile = try Savefile(path: path)
        var inspector = try Inspector(SensorConfiguration(), rules: nil, indicators: Self.everything)
        var sink = FindingBatch()
        _ = try Replay.run(&savefile, &inspector, &sink)
        let expected = Self.sightings(sink.findings)
        for workers in [1, 4] {
            let found = Self.sightings(try Self.run(path, Self.everything, workers: workers))
            #expect(found == expected, "\(workers) workers")
        }
    }

    @Test("Workers go over to other lists, and lists that are nil leave those at work")
    func exchange() {
        let slot = RuleSlot(nil, nil)
        slot.replace(by: nil, Self.everything)
        #expect(slot.generation == 1)
        #expect(slot.current.indicators?.count == Self.everything.count)
        slot.replace(by: nil, nil)
        #expect(slot.generation == 2)
        #expect(slot.current.indicators?.count == Self.everything.count)
    }

    @Test("An inspector goes over to other lists; what a flow has reported stays reported")
    func replaced() throws {
        var inspector = try Inspector(.small, rules: nil, indicators: nil)
        var findings = Findings()
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        func ask(_ talk: inout Conversation) -> [Frame] {
            talk.client(sends: "GET /x HTTP/1.1\r\nHost: evil.example\r\n\r\n")
            talk.server(sends: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            return talk.takeFrames()
        }
        talk.handshake()
        var counts: [Int] = []
        for set in [
            nil, IndicatorTests.set(.domain, "evil.example"), IndicatorTests.set(.domain, "evil.example"),
        ] {
            inspector.replaceIndicators(set)
            for frame in ask(&talk) { inspector.inspect(frame.header, frame.bytes.span, &findings) }
            counts.append(findings.detections.count)
        }
        #expect(counts == [0, 1, 1])
        #expect(inspector.statistics.indicators.repeats == 1)
    }

    @Test("An MD5 that is asked for only later is made of the bytes at hand")
    func laterDigest() throws {
        var inspector = try Inspector(.small, rules: nil, indicators: nil)
        inspector.replaceIndicators(IndicatorTests.set(.md5, "44d88612fea8a8f36de82e1278abb02f"))
        var savefile = try Savefile(path: "\(Repository.root)/captures/malware/eicar-http/traffic.pcap")
        var findings = Findings()
        _ = try Replay.run(&savefile, &inspector, &findings)
        #expect(findings.detections.compactMap(\.indicator?.place) == [.fileMD5])
        #expect(findings.files.allSatisfy { $0.md5 == nil })
    }
}
