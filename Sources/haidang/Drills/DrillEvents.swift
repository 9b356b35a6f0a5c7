import Drills
import Incidents
import NetTypes

/// The score of a drill for machines: `drill` events, one for each inject and silence, and one for the whole.
struct DrillEvents {
    private let score: DrillScore
    private let title: BilingualText
    private let time: Timestamp
    private let host: String

    /// The events of a score, as it stands at a capture time.
    init(_ score: DrillScore, title: BilingualText, time: Timestamp, host: String) {
        self.score = score
        self.title = title
        self.time = time
        self.host = host
    }

    /// The lines.
    var lines: [String] {
        score.injects.map { line("inject", Self.members($0)) }
            + score.silences.map { line("silence", Self.members($0)) }
            + score.unexpected.map { line("unexpected", [("detection", Self.value($0))]) }
            + [line("score", total)]
    }

    private func line(_ kind: String, _ members: [(String, JSONValue)]) -> String {
        JSONValue.object([
            ("timestamp", .text(time.description)), ("event_type", .text("drill")), ("host", .text(host)),
            ("drill", .object([("title", .text(title.english)), ("kind", .text(kind))] + members)),
        ]).line
    }

    private var total: [(String, JSONValue)] {
        let verdicts = InjectVerdict.allCases.map { verdict in
            (verdict.rawValue, JSONValue.count(score.injects.count { $0.verdict == verdict }))
        }
        return [
            ("points", Self.points(score.points)), ("maximum", Self.points(score.maximum)),
            ("penalty", Self.points(score.penalty)), ("complete", .boolean(score.isWhole)),
            ("injects", .object(verdicts)), ("unexpected", .count(score.unexpected.count)),
            ("unjudged", .count(score.unjudged)),
            ("unassessed", .count(score.injects.count { $0.isUnassessed })),
        ]
    }

    private static func members(_ score: InjectScore) -> [(String, JSONValue)] {
        let team = score.team
        return [
            ("id", .count(score.inject.id)), ("name", .text(score.inject.title.english)),
            ("at", seconds(score.inject.at)), ("detection", .text(score.verdict.rawValue)),
            ("time_to_detect", score.timeToDetect.map(seconds) ?? .null),
            ("points", points(score.points)), ("maximum", points(score.inject.maximum)),
            ("unassessed", .boolean(score.isUnassessed)), ("expected", .array(score.expectations.map(value))),
            ("incident", team.incident.map { .text($0.description) } ?? .null),
            ("time_to_acknowledge", team.timeToAcknowledge.map(seconds) ?? .null),
            ("time_to_report", team.timeToReport.map(seconds) ?? .null),
            ("answered_by", team.answeredBy.isEmpty ? .null : .text(team.answeredBy)),
            ("answer", .array(team.answer.map(value))),
        ]
    }

    private static func members(_ score: SilenceScore) -> [(String, JSONValue)] {
        [
            ("name", .text(score.silence.title.english)),
            ("kept", score.isKept.map { .boolean($0) } ?? .null),
            ("points", points(score.points)), ("maximum", .count(score.silence.points)),
            ("breach", score.breach.map(value) ?? .null),
        ]
    }

    private static func value(_ expectation: ExpectationScore) -> JSONValue {
        .object([
            ("rule", expectation.pattern.rule.map { .text($0) } ?? .null),
            ("category", expectation.pattern.category.map { .text($0.rawValue) } ?? .null),
            ("detection", .text(expectation.verdict.rawValue)),
            ("reason", expectation.reason.map { .text($0.word) } ?? .null),
            ("found", expectation.detection.map(value) ?? .null),
        ])
    }

    private static func value(_ detection: LoggedDetection) -> JSONValue {
        .object([
            ("rule", .text(detection.rule)), ("timestamp", .text(detection.time.description)),
            ("flow_id", .count(detection.flowID)), ("community_id", .text(detection.communityID)),
            ("src_ip", .text(detection.client.address.description)),
            ("src_port", .count(detection.client.port)),
            ("dest_ip", .text(detection.server.address.description)),
            ("dest_port", .count(detection.server.port)),
            ("packet_first", .count(detection.packets.lowerBound)),
            ("packet_last", .count(detection.packets.upperBound)),
        ])
    }

    private static func value(_ part: AnswerPart) -> JSONValue {
        .object([
            ("part", .text(part.name.rawValue)), ("expected", .text(part.expected)),
            ("given", .text(part.given)), ("right", .boolean(part.isRight)),
        ])
    }

    /// Hundredths of points as points: a whole number where they are, else a decimal text's number.
    private static func points(_ hundredths: Int) -> JSONValue {
        .decimal(Int64(hundredths), places: 2)
    }

    /// A span in seconds, to the microsecond.
    private static func seconds(_ span: Duration) -> JSONValue {
        .decimal(span.nanoseconds / 1000, places: 6)
    }
}
