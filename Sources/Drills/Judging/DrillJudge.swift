import Incidents
import NetTypes

/// Holds what was found against what was to be found. It has no clock and no memory: the same log, the same drill and the
/// same journal give the same score.
public struct DrillJudge {
    private let drill: Drill
    private let evidence: DrillEvidence
    private let run: RunFacts
    private let spots: [Spot]
    /// Those of them that nothing expects.
    private let strangers: [Spot]
    /// What suppressions kept from being alerts.
    private let suppressed: [Spot]
    /// The flows of the log, in an order of their own.
    private let flows: [FlowFacts]

    /// Unexpected detections that are named one by one; the penalty counts all of them.
    public static let mostUnexpected = 1_000

    /// A judge of a run.
    public init(_ drill: Drill, _ evidence: DrillEvidence, _ run: RunFacts) {
        self.drill = drill
        self.evidence = evidence
        self.run = run
        let spots = Spot.all(evidence.alerts)
        let patterns = drill.injects.flatMap(\.expected)
        self.spots = spots
        strangers = spots.filter { spot in
            !patterns.contains { spot.meeting($0, anyObject: true) != nil }
        }
        suppressed = Spot.all(evidence.suppressed)
        flows = evidence.flows.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The score; without a record of the team only what the engine did counts.
    public func score(_ team: TeamRecord? = nil) -> DrillScore {
        let places = assignments
        var injects = drill.injects.enumerated().map { number, inject -> InjectScore in
            let expectations = inject.expected.enumerated().map { place, pattern in
                judge(pattern, of: inject, places[Slot(inject: number, place: place)])
            }
            return settle(inject, expectations)
        }
        if let team { for place in injects.indices { team.judge(&injects[place], among: injects, run) } }
        return DrillScore(
            injects: injects, silences: drill.silences.map { judge($0) },
            unexpected: strangers.prefix(Self.mostUnexpected).map(\.first), unjudged: evidence.dropped,
            penalty: drill.penalty * 100 * strangers.count, maximum: drill.maximum, isWhole: run.isOver)
    }

    /// An expected detection, by the places of its inject and of itself in it.
    private struct Slot: Hashable {
        let inject: Int
        let place: Int
    }

    /// Which spot stands for which expected detection: the earliest that meets it, one for each of several equal ones. Those
    /// in time are given away first, so that what came too late for one inject is not taken from another; and those of late
    /// injects before those of early ones, since what an early one does not need was there before.
    private var assignments: [Slot: Int] {
        var taken: [DetectionPattern: Set<Int>] = [:]
        var assigned: [Slot: Int] = [:]
        let order = drill.injects.indices.sorted { left, right in
            let (one, other) = (drill.injects[left], drill.injects[right])
            return one.at != other.at ? one.at > other.at : one.id < other.id
        }
        for inTime in [true, false] {
            for number in order {
                let inject = drill.injects[number]
                for (place, pattern) in inject.expected.enumerated() {
                    let slot = Slot(inject: number, place: place)
                    guard assigned[slot] == nil else { continue }
                    let free = spots.indices.first { index in
                        guard !(taken[pattern]?.contains(index) ?? false),
                            let detection = spots[index].meeting(pattern)
                        else { return false }
                        let offset = run.offset(of: detection.time)
                        return offset >= inject.at.nanoseconds && (!inTime || !Self.isLate(offset, inject))
                    }
                    if let free {
                        assigned[slot] = free
                        taken[pattern, default: []].insert(free)
                    }
                }
            }
        }
        return assigned
    }

    private static func isLate(_ offset: Int64, _ inject: Inject) -> Bool {
        inject.within.map { offset > inject.at.nanoseconds &+ $0.nanoseconds } ?? false
    }

    /// What became of one expected detection, with the spot that stands for it, or with what comes near.
    private func judge(_ pattern: DetectionPattern, of inject: Inject, _ place: Int?) -> ExpectationScore {
        if let place, let detection = spots[place].meeting(pattern) {
            let isLate = Self.isLate(run.offset(of: detection.time), inject)
            return ExpectationScore(
                pattern: pattern, verdict: isLate ? .late : .found, detection: detection,
                reason: isLate ? .otherTime : nil)
        }
        let begin = inject.at.nanoseconds
        let end = inject.within.map { begin &+ $0.nanoseconds }
        let isOpen = !run.isOver && (end.map { run.played < $0 } ?? true)
        if run.played < begin || isOpen {
            return ExpectationScore(pattern: pattern, verdict: .notPlayed, detection: nil, reason: nil)
        }
        let near = nearest(pattern, from: begin, to: end)
        return ExpectationScore(
            pattern: pattern, verdict: near?.verdict ?? .missed, detection: near?.detection,
            reason: reason(pattern, from: begin))
    }

    /// Something that nothing expects in the flow of an expectation, while it was due: by another rule of its category, or
    /// of another.
    private func nearest(
        _ pattern: DetectionPattern, from begin: Int64, to end: Int64?
    ) -> (verdict: InjectVerdict, detection: LoggedDetection)? {
        if pattern.isAnywhere { return nil }
        var best: (verdict: InjectVerdict, detection: LoggedDetection)?
        for spot in strangers {
            let offset = run.offset(of: spot.first.time)
            guard pattern.mayBe(in: spot.first.client, spot.first.server), offset >= begin,
                end.map({ offset <= $0 }) ?? true
            else { continue }
            let isKin = spot.first.category != nil && spot.first.category == category(of: pattern)
            let verdict: InjectVerdict = isKin ? .otherRule : .wrongCategory
            if best.map({ verdict < $0.verdict }) ?? true { best = (verdict, spot.first) }
        }
        return best
    }

    /// The category that an expectation is about; nil where nobody knows it.
    private func category(of pattern: DetectionPattern) -> RuleCategory? {
        if let category = pattern.category { return category }
        guard let rule = pattern.rule else { return nil }
        return run.rules?[rule] ?? nil
    }

    private func settle(_ inject: Inject, _ expectations: [ExpectationScore]) -> InjectScore {
        let first = expectations.filter { $0.verdict == .found || $0.verdict == .late }
            .compactMap { $0.detection.map { run.offset(of: $0.time) } }.min()
        let credit = expectations.reduce(0) { $0 + Self.credit($1.verdict, inject.credit) }
        return InjectScore(
            inject: inject, verdict: expectations.map(\.verdict).max() ?? .missed,
            expectations: expectations,
            timeToDetect: first.map { .nanoseconds($0 - inject.at.nanoseconds) },
            detectionPoints: expectations.isEmpty ? 0 : inject.points * credit / expectations.count)
    }

    /// Hundredths of the points.
    private static func credit(_ verdict: InjectVerdict, _ credit: PartialCredit) -> Int {
        switch verdict {
        case .found: 100
        case .late: credit.late
        case .otherRule: credit.otherRule
        case .wrongCategory: credit.wrongCategory
        case .missed, .notPlayed: 0
        }
    }

    private func judge(_ silence: Silence) -> SilenceScore {
        let breach = strangers.lazy.compactMap { $0.meeting(silence.pattern) }.first
        let isKept: Bool? = breach != nil ? false : run.isOver ? true : nil
        return SilenceScore(
            silence: silence, isKept: isKept, breach: breach,
            points: isKept == true ? silence.points * 100 : 0)
    }

    /// Why an expectation was not met, by what the log tells of its flow.
    private func reason(_ pattern: DetectionPattern, from begin: Int64) -> MissReason {
        if let rule = pattern.rule, let rules = run.rules, rules[rule] == nil { return .ruleAbsent(rule) }
        let silenced = suppressed.lazy.compactMap { $0.meeting(pattern) }.first
        if let silenced { return .suppressed(silenced.suppression ?? "") }
        for spot in spots {
            if let detection = spot.meeting(pattern), run.offset(of: detection.time) < begin {
                return .otherTime
            }
            if spot.meeting(pattern) == nil, spot.meeting(pattern, anyObject: true) != nil {
                return .otherObject
            }
        }
        if pattern.isAnywhere { return .notMatched }
        let flows = flows.filter { pattern.mayBe(in: $0.client, $0.server) }
        if flows.isEmpty { return .noTraffic }
        let gaps = flows.reduce(Int64(0)) { $0 &+ $1.gapBytes }
        if gaps > 0 { return .packetsLost(bytes: gaps) }
        if let flow = flows.first(where: \.isEncrypted) { return .encrypted(protocol: flow.application) }
        let truncated = flows.reduce(0) { $0 + $1.truncatedObjects }
        return truncated > 0 ? .objectTruncated(count: truncated) : .notMatched
    }
}
