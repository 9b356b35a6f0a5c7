import Capture
import Foundation
import NetTypes
import Scan
import Sensor

/// Hours of capture time through the threads of a live run, as fast as they go: whether memory stays where it is.
struct SoakRun {
    /// Hours of capture time.
    var hours = 8
    /// Where the plot goes.
    var plot = "docs/memory-live.svg"

    /// What there was at one moment of capture time.
    struct Sample {
        /// Minutes since the first frame.
        var minute: Double
        /// Memory of the process, in bytes (VmRSS).
        var memory: UInt64
        /// Flows that had begun and not ended.
        var flows: UInt64
    }

    /// What a whole run gave.
    struct Outcome {
        var samples: [Sample] = []
        var statistics = LiveStatistics()
    }

    /// Minutes of capture time between two samples.
    static let interval = 5.0
    static let workers = 2

    /// Measures, prints the series and draws it. Throws when a flow did not end or a law does not hold.
    func carryOut() throws {
        let place = try Workplace()
        defer { place.remove() }
        let file = place.url.appendingPathComponent("soak.pcap").path
        let make = Command(arguments: [try place.program("forge"), "soak", file, "--hours", "\(hours)"])
        _ = try make.run(in: place.url)
        let outcome = try Self.run(file)
        print("minute memory_bytes active_flows")
        for sample in outcome.samples {
            print("\(Int(sample.minute.rounded())) \(sample.memory) \(sample.flows)")
        }
        try check(outcome)
        try SoakPlot(hours: hours, samples: outcome.samples).text
            .write(toFile: plot, atomically: true, encoding: .utf8)
        print("\(plot) is written.")
    }

    /// Runs all of a savefile. Capture time is that of the newest finding: lookups end at once, so it is never late by
    /// more than some seconds.
    private static func run(_ file: String) throws -> Outcome {
        var configuration = PipelineConfiguration()
        configuration.workers = workers
        configuration.isPatient = true
        let (rules, problems) = try RuleSet.load(paths: ["rules"])
        if let problem = problems.first(where: \.isError) { throw PhaseRun.Failure(reason: "\(problem)") }
        let pipeline = Pipeline(configuration, SensorConfiguration(), rules: rules) { .zero }
        pipeline.add(try Savefile(path: file), name: "soak")
        try pipeline.start()
        var outcome = Outcome()
        var first: Timestamp?
        while !pipeline.isFinished {
            pipeline.mailbox.wait(milliseconds: 5)
            guard let newest = pipeline.mailbox.take().compactMap(time).max() else { continue }
            let start = first ?? newest
            first = start
            let minute = Double(newest.nanoseconds - start.nanoseconds) / 60e9
            guard minute >= (outcome.samples.last?.minute).map({ $0 + interval }) ?? 0 else { continue }
            outcome.samples.append(
                Sample(
                    minute: minute, memory: Machine.memoryInUse,
                    flows: pipeline.statistics.sensor.flow.active))
        }
        pipeline.join()
        _ = pipeline.mailbox.take()
        outcome.statistics = pipeline.statistics
        return outcome
    }

    private static func time(_ finding: Finding) -> Timestamp? {
        switch finding {
        case .flow(let record): record.end
        case .transaction(let transaction): transaction.timestamp
        default: nil
        }
    }

    private func check(_ outcome: Outcome) throws {
        let statistics = outcome.statistics
        let flow = statistics.sensor.flow
        let broken = statistics.brokenLaws(atRest: true) + statistics.sensor.brokenLaws
        print(
            "frames=\(statistics.sensor.capture.frames) bytes=\(statistics.interfaceSum(\.bytes)) "
                + "flows=\(flow.created) active_at_end=\(flow.active) objects=\(statistics.sensor.application.objects) "
                + "ring_dropped=\(statistics.ringSum(\.dropped)) broken_laws=\(broken.count)")
        let hour = outcome.samples.filter { $0.minute >= 60 }.map { Double($0.memory) / 1_048_576 }
        if !hour.isEmpty { print("memory after the first hour, MiB: \(Spread(hour).text("%.1f"))") }
        guard flow.active == 0, broken.isEmpty else {
            throw PhaseRun.Failure(reason: broken.first ?? "\(flow.active) flows did not end")
        }
    }
}
