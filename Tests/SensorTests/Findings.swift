import Capture
import Flow
import NetTypes
import Scan
import Sensor
import TestSupport

/// Everything an inspection sent, by kind.
struct Findings: FindingSink, Equatable {
    var detections: [Detection] = []
    var files: [FileRecord] = []
    var transactions: [Transaction] = []
    var flows: [FlowRecord] = []
    var streams: [StreamRecord] = []
    var anomalies: [AnomalyRecord] = []
    var statistics = SensorStatistics()

    mutating func receive(_ finding: Finding) {
        switch finding {
        case .detection(let detection): detections.append(detection)
        case .flow(let flow): flows.append(flow)
        case .stream(let stream): streams.append(stream)
        case .anomaly(let anomaly): anomalies.append(anomaly)
        case .file(let file): files.append(file)
        case .transaction(let transaction): transactions.append(transaction)
        case .statistics(let record): statistics = record.statistics
        }
    }

    /// The findings of an inspector with a small table over frames in memory.
    static func of(
        _ frames: [Frame], _ rules: RuleSet?, _ configuration: SensorConfiguration = .small
    ) throws -> Findings {
        var inspector = try Inspector(configuration, rules: rules)
        var findings = Findings()
        for frame in frames { inspector.inspect(frame.header, frame.bytes.span, &findings) }
        inspector.finish(&findings)
        return findings
    }

    /// The findings of a replay of a savefile.
    static func of(
        savefile path: String, _ rules: RuleSet?, _ configuration: SensorConfiguration = SensorConfiguration()
    ) throws -> (findings: Findings, outcome: Replay.Outcome) {
        var savefile = try Savefile(path: path)
        var inspector = try Inspector(configuration, rules: rules)
        var findings = Findings()
        let outcome = try Replay.run(&savefile, &inspector, &findings)
        return (findings, outcome)
    }
}

extension SensorConfiguration {
    /// The defaults with a small flow table, which is quick to make.
    static var small: SensorConfiguration {
        var configuration = SensorConfiguration()
        configuration.flow.capacity = 64
        return configuration
    }
}
