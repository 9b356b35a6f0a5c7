import Capture
import Flow
import NetTypes
import Scan
import Testing

@testable import Sensor

@Suite("Threads around inspectors")
struct PipelineTests {
    /// What a pipeline over a savefile sends, sorted, and what it counted.
    static func findings(
        of path: String, _ rules: RuleSet?, workers: Int, ringSize: Int = 1 << 20, mailbox: Int = 4096
    ) throws -> (findings: [String], statistics: LiveStatistics) {
        var configuration = PipelineConfiguration()
        configuration.workers = workers
        configuration.ringSize = ringSize
        configuration.mailbox = mailbox
        configuration.isPatient = true
        let pipeline = Pipeline(configuration, SensorConfiguration(), rules: rules) { .zero }
        pipeline.add(try Savefile(path: path), name: path)
        try pipeline.start()
        var all: [Finding] = []
        while !pipeline.isFinished {
            pipeline.mailbox.wait(milliseconds: 20)
            all += pipeline.mailbox.take()
        }
        pipeline.join()
        all += pipeline.mailbox.take()
        return (all.map { String(describing: $0) }.sorted(), pipeline.statistics)
    }

    /// What one inspector sends, sorted.
    static func specification(of path: String, _ rules: RuleSet?) throws -> ([String], SensorStatistics) {
        var savefile = try Savefile(path: path)
        var inspector = try Inspector(SensorConfiguration(), rules: rules)
        var sink = FindingBatch()
        _ = try Replay.run(&savefile, &inspector, &sink)
        return (sink.findings.map { String(describing: $0) }.sorted(), inspector.statistics)
    }

    @Test(
        "Four workers find in real captures what one inspector finds",
        .enabled(if: Repository.realCaptures != nil, "\(Repository.noRealCaptures)"))
    func realCaptures() throws {
        let rules = try Repository.rules()
        var compared = 0
        for path in Repository.realSavefiles {
            guard let (expected, counted) = try? Self.specification(of: path, rules) else { continue }
            let (found, statistics) = try Self.findings(of: path, rules, workers: 4, mailbox: 65_536)
            #expect(found.count == expected.count, "\(path)")
            let missing = Set(expected).subtracting(found).sorted().prefix(2)
            #expect(missing.isEmpty, "\(path): \(missing)")
            let extra = Set(found).subtracting(expected).sorted().prefix(2)
            #expect(extra.isEmpty, "\(path): \(extra)")
            #expect(statistics.sensor.capture == counted.capture, "\(path)")
            #expect(statistics.sensor.anomalies == counted.anomalies, "\(path)")
            compared += 1
        }
        #expect(compared > 200)
    }

    @Test(
        "One worker, four workers and one inspector without threads find the same",
        arguments: Repository.captures)
    func sameFindings(path: String) throws {
        let rules = try Repository.rules()
        let (expected, counted) = try Self.specification(of: path, rules)
        for workers in [1, 4] {
            let (found, statistics) = try Self.findings(of: path, rules, workers: workers)
            #expect(found == expected, "\(workers) workers")
            #expect(statistics.sensor.capture == counted.capture)
            #expect(statistics.sensor.stream.delivered == counted.stream.delivered)
            #expect(statistics.sensor.anomalies == counted.anomalies)
            #expect(statistics.sensor.scan.detections == counted.scan.detections)
            #expect(statistics.sensor.brokenLaws == [])
            #expect(statistics.rings.reduce(0) { $0 + $1.pushed } == counted.capture.frames)
            #expect(statistics.mailbox.shed == 0)
            #expect(statistics.mailbox.delivered == UInt64(expected.count))
        }
    }
}
