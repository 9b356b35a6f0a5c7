import Incidents
import NetTypes

extension DrillFacts {
    /// An inject with what became of it.
    func inject(_ score: InjectScore) -> FactValue {
        let (inject, team) = (score.inject, score.team)
        return .object([
            ("id", .count(inject.id)), ("title", title(inject.title)), ("at", .seconds(inject.at)),
            ("within", .seconds(inject.within)), ("verdict", .text(score.verdict.rawValue)),
            ("time_to_detect", .seconds(score.timeToDetect)), ("points", .points(score.points)),
            ("maximum", .points(inject.maximum)), ("detection_points", .points(score.detectionPoints)),
            ("answer_points", .points(team.answerPoints)),
            ("acknowledgement_points", team.acknowledgementPoints.map { .points($0) } ?? .null),
            ("report_points", team.reportPoints.map { .points($0) } ?? .null),
            ("unassessed", .flag(score.isUnassessed)),
            ("expected", .list(score.expectations.map(expectation))),
            ("incident", .text(orNull: team.incident?.description)), ("status", status(score)),
            ("time_to_acknowledge", .seconds(team.timeToAcknowledge)),
            ("time_to_report", .seconds(team.timeToReport)),
            ("answered_by", .text(orNull: team.answeredBy.isEmpty ? nil : team.answeredBy)),
            (
                "answer",
                .list(
                    team.answer.map { part in
                        .object([
                            ("part", .text(part.name.rawValue)), ("expected", .text(part.expected)),
                            ("given", .text(part.given)), ("right", .flag(part.isRight)),
                        ])
                    })
            ),
        ])
    }

    private func expectation(_ score: ExpectationScore) -> FactValue {
        let pattern = score.pattern
        return .object([
            ("rule", .text(orNull: pattern.rule)), ("category", .text(orNull: pattern.category?.rawValue)),
            ("src", .text(orNull: pattern.client?.description)),
            ("dst", .text(orNull: pattern.server?.description)),
            ("dport", pattern.serverPort.map { .count($0) } ?? .null),
            ("direction", .text(orNull: pattern.direction.map(Self.word))),
            ("object", .text(orNull: pattern.object?.rawValue)), ("verdict", .text(score.verdict.rawValue)),
            ("reason", .text(orNull: score.reason?.word)), ("found", score.detection.map(detection) ?? .null),
        ])
    }

    /// What became of a silence.
    func silence(_ score: SilenceScore) -> FactValue {
        .object([
            ("title", title(score.silence.title)), ("kept", score.isKept.map { .flag($0) } ?? .null),
            ("points", .points(score.points)), ("maximum", .count(score.silence.points)),
            ("breach", score.breach.map(detection) ?? .null),
        ])
    }

    /// A detection with its proof.
    func detection(_ detection: LoggedDetection) -> FactValue {
        .object([
            ("rule", .text(detection.rule)), ("summary", .text(detection.summary)),
            (
                "summary_vi",
                .text(orNull: detection.vietnameseSummary.isEmpty ? nil : detection.vietnameseSummary)
            ),
            ("category", .text(orNull: detection.category?.rawValue)),
            ("techniques", .texts(detection.techniques.prefix(ReportLimits.listed).map(\.identifier))),
            ("severity", .count(detection.severity)), ("at", offset(detection)),
            ("timestamp", .text(detection.time.description)), ("flow_id", .count(detection.flowID)),
            ("community_id", .text(detection.communityID)),
            ("src_ip", .text(detection.client.address.description)),
            ("src_port", .count(detection.client.port)),
            ("dest_ip", .text(detection.server.address.description)),
            ("dest_port", .count(detection.server.port)),
            ("direction", .text(Self.word(detection.direction))),
            ("packet_first", .count(detection.packets.lowerBound)),
            ("packet_last", .count(detection.packets.upperBound)),
            ("object", .text(orNull: detection.object?.rawValue)),
            ("object_name", .text(detection.objectName)),
            ("matches", .list(detection.matches.prefix(ReportLimits.matches).map(Self.match))),
            ("matches_left_out", .count(max(0, detection.matches.count - ReportLimits.matches))),
        ])
    }

    /// A technique with how it was detected.
    static func technique(_ row: TechniqueCoverage) -> FactValue {
        func numbers(_ injects: [Int]) -> FactValue { .list(injects.map { .count($0) }) }
        return .object([
            ("technique", .text(row.technique.identifier)), ("state", .text(row.state.rawValue)),
            ("truth_of", numbers(row.asked)), ("detected_in", numbers(row.seen)),
            ("named_in", numbers(row.named)),
        ])
    }

    /// What follows.
    static func advice(_ advice: DrillAdvice) -> FactValue {
        .object([
            ("inject", advice.inject.map { .count($0) } ?? .null), ("about", .text(advice.about)),
            ("step", .text(advice.step.word)), ("detail", .text(advice.step.detail)),
            ("keys", .texts(advice.step.keys)), ("count", .count(advice.count)),
        ])
    }

    /// Who took part.
    static func person(_ person: Participant) -> FactValue {
        .object([
            ("name", .text(person.name)), ("actions", .count(person.actions)),
            ("answers", .count(person.answers)), ("incidents", .count(person.incidents)),
        ])
    }

    private static func match(_ match: LoggedDetection.Match) -> FactValue {
        let digits = 2 * ReportLimits.matchedBytes
        let around = 2 * ReportLimits.bytesAround
        return .object([
            ("id", .text(match.identifier)), ("offset", .number(match.offset)),
            ("length", .number(match.length)),
            ("withheld", .flag(match.hexadecimal.isEmpty && match.length > 0)),
            ("hex", .text(String(match.hexadecimal.prefix(digits)))),
            ("before", .text(String(match.before.suffix(around)))),
            ("after", .text(String(match.after.prefix(around)))),
        ])
    }

    private static func word(_ direction: Direction) -> String {
        direction == .toServer ? "to_server" : "to_client"
    }
}
