import Capture
import NetTypes
import Scan
import Sensor

/// What rules cost, measured on the streams, datagrams and objects of a corpus of savefiles: each rule by itself, and all
/// of them as the set that runs.
///
/// Seconds are those of the processor. They depend on the machine, so a rule is judged by how many times it takes what a
/// rule with one plain string takes on the same bytes in the same run.
public struct RuleCost: Sendable {
    /// Bytes of units that are kept of a corpus.
    public static let mostBytes = 64 << 20
    /// Bytes that all rules together are measured on, alone; with many rules each sees fewer.
    public static let mostWork = 8 << 30
    /// Times a plain string that a rule may cost.
    public static let budget = 8.0

    /// A row for each rule, the worst first.
    public private(set) var rows: [CostRow] = []
    /// The shards of the whole set, the one looked at most first.
    public private(set) var shards: [ShardCost] = []
    /// Units of the corpus.
    public private(set) var units = 0
    /// Bytes of them.
    public private(set) var bytes = 0
    /// Units that single rules were measured on.
    public private(set) var sampled = 0
    /// Bytes of them.
    public private(set) var sampledBytes = 0
    /// Processor seconds of the whole set over all units.
    public private(set) var seconds = 0.0
    /// True when it was stopped before its end.
    public private(set) var wasStopped = false

    /// Part of one processor that scanning with the whole set takes at a line rate in bits a second, when all of it is
    /// payload that is scanned.
    public func share(atBitsPerSecond rate: Double) -> Double {
        bytes > 0 ? seconds / Double(bytes) * rate / 8 : 0
    }

    private let configuration: SensorConfiguration
    private var corpus: [ScannedUnit] = []

    /// Measures nothing yet.
    public init(configuration: SensorConfiguration) {
        self.configuration = configuration
    }

    /// Takes the units of a savefile, as long as there is room. Throws when it cannot be read; what was read up to there
    /// counts.
    public mutating func add(_ path: String, _ rules: RuleSet) throws(CostError) {
        guard bytes < Self.mostBytes else { return }
        var configuration = configuration
        configuration.unitBudget = Self.mostBytes - bytes
        var inspector: Inspector
        do throws(RuleError) {
            inspector = try Inspector(configuration, rules: rules)
        } catch {
            throw .rules(error)
        }
        var sink = IgnoringSink()
        var failure: CaptureError?
        do throws(CaptureError) {
            var savefile = try Savefile(path: path)
            _ = try Replay.run(&savefile, &inspector, &sink)
        } catch {
            failure = error
        }
        let units = inspector.takeUnits()
        corpus += units
        self.units += units.count
        bytes += units.reduce(0) { $0 + $1.bytes.count }
        if let failure { throw .capture(failure) }
    }

    /// Measures the set and each of its parts. `progress` is told how many are done and stops it by returning false.
    public mutating func measure(
        _ set: RuleSet, apart parts: [RuleSet], progress: (Int) -> Bool = { _ in true }
    ) throws(RuleError) {
        try measureSet(set)
        let share = Self.mostWork / max(1, 3 * parts.count)
        var sample: [ScannedUnit] = []
        for unit in corpus where sampledBytes + unit.bytes.count <= share || sample.isEmpty {
            sample.append(unit)
            sampledBytes += unit.bytes.count
        }
        sampled = sample.count
        let plain = try RuleTimer.plainSeconds(sample, configuration.scan)
        for (number, part) in parts.enumerated() {
            guard progress(number) else {
                wasStopped = true
                break
            }
            rows.append(try Self.row(part, sample, plain: plain, configuration.scan))
        }
        rows.sort { ($0.hasFailed ? 1 : 0, $0.seconds) > ($1.hasFailed ? 1 : 0, $1.seconds) }
    }

    private mutating func measureSet(_ set: RuleSet) throws(RuleError) {
        var scanner = try Scanner(set, configuration: configuration.scan)
        shards = set.shardMembers.map { members in
            ShardCost(name: members.first.map { set.rules[$0].plan.shard } ?? "", rules: members.count)
        }
        let start = ProcessorTime.now
        for unit in corpus {
            _ = scanner.scan(unit.bytes.span, unit.variables)
            for (place, isCandidate) in scanner.lastCandidates.enumerated() where isCandidate {
                shards[place].candidates += 1
                shards[place].candidateBytes += unit.bytes.count
            }
        }
        seconds = ProcessorTime.now - start
        shards.sort { $0.candidateBytes > $1.candidateBytes }
    }

    private static func row(
        _ part: RuleSet, _ sample: [ScannedUnit], plain: Double, _ configuration: ScanConfiguration
    ) throws(RuleError) -> CostRow {
        var scanner = try Scanner(part, configuration: configuration)
        var (candidates, candidateBytes, hits, hasFailed) = (0, 0, 0, false)
        let start = ProcessorTime.now
        for unit in sample {
            let outcome = scanner.scan(unit.bytes.span, unit.variables)
            if scanner.lastCandidates.contains(true) {
                candidates += 1
                candidateBytes += unit.bytes.count
            }
            hits += outcome.hits.isEmpty ? 0 : 1
            if outcome.verdict != .finished { hasFailed = true }
        }
        let seconds = ProcessorTime.now - start
        let alone = hasFailed ? seconds : try RuleTimer.seconds(part, sample, configuration) ?? seconds
        return CostRow(
            rules: part.rules, plan: part.rules.first?.plan ?? RulePlan(), seconds: seconds,
            secondsAlone: alone,
            weight: plain > 0 ? alone / plain : 0, candidates: candidates, candidateBytes: candidateBytes,
            hits: hits,
            hasFailed: hasFailed)
    }
}
