import CMeter
import Capture
import NetTypes
import Scan
import Sensor
import Wire

/// Runs one phase over one savefile in this process, on one thread, with the default configuration.
struct PhaseRun {
    let phase: Phase
    let file: String
    var rules: [String] = []
    var timesYara = false
    /// Count allocations between this frame and the one as far behind it again.
    var steadyFrom: UInt64 = 0

    /// Why a run is worth nothing.
    struct Failure: Error {
        let reason: String
    }

    func result() throws -> PhaseResult {
        var result = PhaseResult()
        var steady = SteadyState(start: steadyFrom)
        if timesYara { meter_time_yara() }
        do {
            var savefile = try Savefile(path: file)
            switch phase {
            case .read: try read(&savefile, &result, &steady)
            case .decode: try decode(&savefile, &result, &steady)
            case .flow: try inspect(&savefile, nil, &result, &steady)
            case .scan, .objects: try inspect(&savefile, try loadRules(), &result, &steady)
            }
            if case .partial(let reason) = savefile.verdict { throw Failure(reason: "\(file): \(reason)") }
        }
        result.allocations = steady.allocations
        result.yaraSeconds = meter_yara_seconds()
        result.seconds = meter_own_seconds()
        return result
    }

    private func loadRules() throws -> RuleSet {
        let (set, problems) = try RuleSet.load(paths: rules)
        if let problem = problems.first(where: \.isError) { throw Failure(reason: "\(problem)") }
        return set
    }

    private func read(
        _ savefile: inout Savefile, _ result: inout PhaseResult, _ steady: inout SteadyState
    ) throws {
        while try savefile.withNextFrame({ _, bytes in result.count(bytes.count) }) {
            steady.pass(result.packets)
        }
    }

    private func decode(
        _ savefile: inout Savefile, _ result: inout PhaseResult, _ steady: inout SteadyState
    ) throws {
        let decoder = Decoder()
        var packet = Packet()
        while try savefile.withNextFrame({ header, bytes in
            result.count(bytes.count)
            if decoder.decode(bytes, header, into: &packet) == .packet {
                result.payload += UInt64(packet.payload.count)
            }
        }) { steady.pass(result.packets) }
    }

    private func inspect(
        _ savefile: inout Savefile, _ rules: RuleSet?, _ result: inout PhaseResult,
        _ steady: inout SteadyState
    ) throws {
        var configuration = SensorConfiguration()
        configuration.inspectsApplications = phase == .objects
        var inspector = try Inspector(configuration, rules: rules)
        var tally = Tally()
        while try savefile.withNextFrame({ header, bytes in
            result.count(bytes.count)
            inspector.inspect(header, bytes, &tally)
        }) { steady.pass(result.packets) }
        inspector.finish(&tally)
        let statistics = inspector.statistics
        if let broken = statistics.brokenLaws.first { throw Failure(reason: broken) }
        result.payload = statistics.stream.delivered
        result.flows = statistics.flow.created
        result.detections = tally.detections
    }
}
