import Incidents
import NetTypes

/// The facts of a report as one JSON object.
struct DrillFacts {
    private let report: DrillReport
    private var score: DrillScore { report.score }

    /// The form of the object; a change that takes something away, or gives it another meaning, raises it.
    static let version: Int64 = 1

    /// The facts of a report.
    init(_ report: DrillReport) { self.report = report }

    /// All of them.
    var value: FactValue {
        .object([
            ("version", .number(Self.version)), ("is_drill", .flag(true)),
            ("title", Self.value(report.drill.title)),
            ("story", Self.value(report.drill.story)), ("made_at", .text(report.madeAt.description)),
            ("provisional", .flag(report.isProvisional)), ("run", run), ("basis", basis), ("score", total),
            ("injects", .list(score.injects.prefix(ReportLimits.injects).map(inject))),
            ("silences", .list(score.silences.prefix(ReportLimits.silences).map(silence))),
            ("unexpected", .list(score.unexpected.prefix(ReportLimits.unexpected).map(detection))),
            (
                "techniques",
                .list(TechniqueCoverage.rows(score).prefix(ReportLimits.techniques).map(Self.technique))
            ),
            ("techniques_unknown", .texts(TechniqueCoverage.unknown(score).prefix(ReportLimits.listed))),
            ("advice", .list(report.advice.prefix(ReportLimits.advice).map(Self.advice))),
            ("people", .list(report.people.prefix(ReportLimits.people).map(Self.person))),
            ("left_out", leftOut),
        ])
    }

    private var run: FactValue {
        let record = report.record
        return .object([
            ("state", .text(record.state.rawValue)), ("program", .text(record.program)),
            ("begun_at", .text(orNull: report.run.clock.begun?.description)),
            ("ended_at", .text(orNull: report.run.clock.ended(record.played)?.description)),
            ("played", Self.seconds(record.played)), ("length", Self.seconds(record.length)),
            ("frames", .count(record.frames)), ("workers", .count(record.workers)),
            ("interface", .text(orNull: record.interface)),
            (
                "pace",
                .list(
                    report.run.clock.segments.prefix(ReportLimits.segments).map { segment in
                        .object([
                            ("from", Self.seconds(segment.played)),
                            ("at", .text(Timestamp(nanoseconds: segment.wall).description)),
                            // A pace is at most a thousand; a record that was tampered with must not trap.
                            ("speed", .decimal(Int64(max(0, min(segment.speed, 1e6)) * 1000), places: 3)),
                            ("paused", .flag(segment.isPaused)),
                        ])
                    })
            ), ("incomplete", .texts(record.incomplete.prefix(ReportLimits.listed))),
            ("broken_lines", .count(report.evidence.brokenLines)),
        ])
    }

    private var basis: FactValue {
        func file(_ file: JudgedFile) -> FactValue {
            let digest = file.sha256.isEmpty ? nil : file.sha256
            return .object([("name", .text(file.name)), ("sha256", .text(orNull: digest))])
        }
        let record = report.record
        return .object([
            ("command", .text(report.command)), ("drill", file(report.file)),
            ("drill_played_sha256", .text(record.drillSHA256)),
            ("traffic_sha256", .text(record.trafficSHA256)),
            ("ruleset_sha256", .text(orNull: record.ruleSetSHA256.isEmpty ? nil : record.ruleSetSHA256)),
            ("rules", .count(record.rules.count)),
            ("event_logs", .list(report.logs.prefix(ReportLimits.listed).map(file))),
        ])
    }

    private var total: FactValue {
        let kinds = PointsByKind(score)
        return .object([
            ("points", .points(score.points)), ("maximum", .points(score.maximum)),
            (
                "by_kind",
                .object(
                    PointsByKind.Kind.allCases.map { kind in
                        (
                            kind.rawValue,
                            .object([
                                ("points", .points(kinds.earned[kind] ?? 0)),
                                ("maximum", .points(kinds.possible[kind] ?? 0)),
                            ])
                        )
                    })
            ),
            (
                "verdicts",
                .object(
                    InjectVerdict.allCases.map { verdict in
                        (verdict.rawValue, .count(score.injects.count { $0.verdict == verdict }))
                    })
            ),
            ("unassessed", .count(score.injects.count { $0.isUnassessed })),
            ("unexpected", .count(score.unexpected.count)),
            ("unjudged", .count(score.unjudged)),
            ("time_to_detect", Self.summary(score.injects.compactMap(\.timeToDetect))),
            ("time_to_acknowledge", Self.summary(score.injects.compactMap(\.team.timeToAcknowledge))),
            ("time_to_report", Self.summary(score.injects.compactMap(\.team.timeToReport))),
        ])
    }

    /// How much of each list is left out, being too much.
    private var leftOut: FactValue {
        func rest(_ count: Int, _ limit: Int) -> FactValue { .count(max(0, count - limit)) }
        return .object([
            ("injects", rest(score.injects.count, ReportLimits.injects)),
            ("silences", rest(score.silences.count, ReportLimits.silences)),
            ("unexpected", rest(score.unexpected.count, ReportLimits.unexpected)),
            ("techniques", rest(TechniqueCoverage.rows(score).count, ReportLimits.techniques)),
            ("advice", rest(report.advice.count, ReportLimits.advice)),
            ("people", rest(report.people.count, ReportLimits.people)),
        ])
    }

    /// A time of the drill in seconds.
    static func seconds(_ nanoseconds: Int64) -> FactValue { .seconds(.nanoseconds(nanoseconds)) }

    private static func value(_ text: BilingualText) -> FactValue {
        .object([("vi", .text(text.text(.vietnamese))), ("en", .text(text.text(.english)))])
    }

    private static func summary(_ spans: [Duration]) -> FactValue {
        let summary = SpanSummary(spans)
        return .object([
            ("count", .count(spans.count)), ("median", .seconds(summary?.median)),
            ("longest", .seconds(summary?.longest)),
        ])
    }

    func title(_ text: BilingualText) -> FactValue { Self.value(text) }

    /// When in the drill something was detected.
    func offset(_ detection: LoggedDetection) -> FactValue {
        Self.seconds(report.run.offset(of: detection.time))
    }

    /// Where the work on an incident stands.
    func status(_ score: InjectScore) -> FactValue {
        .text(orNull: score.team.incident.flatMap { report.incidents[$0]?.rawValue })
    }
}
