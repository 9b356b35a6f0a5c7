import Incidents
import NetTypes

/// What happened when in a drill, lane by lane: an inject each, then what was to be silent, then what nothing expects.
struct Timeline {
    /// Nanoseconds of the whole drill.
    let length: Int64
    /// Nanoseconds of it that were played.
    let played: Int64
    /// The lanes, from the top.
    private(set) var lanes: [TimelineLane] = []
    /// Injects without a lane, being too many.
    let left: Int

    private let report: DrillReport
    private let language: ReportLanguage
    private let numbers: ReportNumbers

    /// The timeline of a report.
    init(_ report: DrillReport, _ language: ReportLanguage) {
        self.report = report
        self.language = language
        numbers = ReportNumbers(language: language)
        length = max(0, report.record.length)
        played = report.score.isWhole && report.record.state == .finished ? length : report.record.played
        let injects = report.score.injects
        left = max(0, injects.count - ReportLimits.lanes)
        lanes = injects.prefix(ReportLimits.lanes).map(lane)
        if !report.score.silences.isEmpty { lanes.append(silences) }
        lanes.append(strangers)
    }

    private func lane(_ score: InjectScore) -> TimelineLane {
        let inject = score.inject
        let begin = inject.at.nanoseconds
        let end = inject.within.map { min(begin &+ $0.nanoseconds, length) } ?? length
        var lane = TimelineLane(label: "\(inject.id)  " + inject.title.text(language))
        lane.remark =
            DrillTerm.verdict(score.verdict).text(language) + " · " + numbers.points(score.points) + "/"
            + numbers.points(inject.maximum)
        lane.window = begin...max(begin, end)
        for expectation in score.expectations.prefix(ReportLimits.marksInLane) {
            lane.marks.append(mark(expectation, from: begin, to: max(begin, end)))
        }
        lane.marks += team(score)
        return lane
    }

    private func mark(_ expectation: ExpectationScore, from begin: Int64, to end: Int64) -> TimelineMark {
        let due = expectation.verdict == .notPlayed ? begin : end
        let at = expectation.detection.map { report.run.offset(of: $0.time) } ?? due
        let rule = expectation.detection?.rule ?? expectation.pattern.name
        return mark(.init(expectation.verdict), at, rule)
    }

    private func mark(_ kind: TimelineMark.Kind, _ at: Int64, _ what: String) -> TimelineMark {
        let name = DrillTerm.mark(kind).text(language)
        return TimelineMark(
            kind: kind, at: at,
            text: "\(name), \(numbers.drillTime(at, exactly: true)): \(PrintedText.foreign(what))")
    }

    /// What the team did, where the clock on the wall can be led back to the time of the drill: not in what was played as
    /// fast as possible, of which only the beginning is known.
    private func team(_ score: InjectScore) -> [TimelineMark] {
        guard let id = score.team.incident,
            let detection = score.expectations.compactMap(\.detection).min(by: { $0.time < $1.time }),
            let alert = report.run.wall(of: detection.time)
        else { return [] }
        let done: [(TimelineMark.Kind, Duration?)] = [
            (.acknowledged, score.team.timeToAcknowledge), (.reported, score.team.timeToReport),
        ]
        return done.compactMap { kind, span in
            guard let span else { return nil }
            let wall = alert.advanced(by: span.nanoseconds)
            guard report.run.clock.isPaced(at: wall), let at = report.run.clock.played(at: wall),
                at >= 0, at <= length
            else { return nil }
            return mark(kind, at, id.description)
        }
    }

    private var silences: TimelineLane {
        var lane = TimelineLane(label: DrillPhrase.silences.text(language))
        let broken = report.score.silences.filter { $0.isKept == false }
        lane.remark = "\(report.score.silences.count - broken.count)/\(report.score.silences.count)"
        lane.marks = broken.compactMap(\.breach).prefix(ReportLimits.marksInLane).map {
            mark(.breach, report.run.offset(of: $0.time), $0.rule)
        }
        return lane
    }

    private var strangers: TimelineLane {
        var lane = TimelineLane(label: DrillPhrase.unexpected.text(language))
        lane.remark = numbers.count(report.score.unexpected.count)
        lane.marks = report.score.unexpected.prefix(ReportLimits.marksInLane).map {
            mark(.unexpected, report.run.offset(of: $0.time), $0.rule)
        }
        return lane
    }
}
