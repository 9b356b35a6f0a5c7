import Incidents
import NetTypes
import Scan
import Sensor

@testable import haidang

/// Scans the folder `in` of a scene with the rules in `rules`, in this process.
enum ScanRunProbe {
    /// A run that is over.
    static func run(_ folder: String, until: Timestamp?, jobs: Int) throws -> ScanRun {
        let rules = try RuleSet.load(paths: [folder + "/rules"]).0
        let sink = ScanSink(host: "h", log: nil, lines: nil, desk: nil, policy: .init())
        let plan = ScanPlan(InputList([folder + "/in"]).files, separate: false)
        let engine = ScanEngine(sensor: SensorConfiguration(), rules: rules, indicators: nil)
        let messages = Messages(quiet: true, palette: Palette(enabled: false))
        var run = ScanRun(plan, engine, sink, nil, ScanPace(jobs: jobs, until: until), messages)
        try run.read()
        return run
    }
}
