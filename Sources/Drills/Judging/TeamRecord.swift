import Incidents
import NetTypes

/// What a team did in a drill, read from the store and its journal, which only grows.
public struct TeamRecord: Sendable {
    /// Incidents that are looked at.
    public static let mostIncidents = 10_000

    /// An incident with what was done about it.
    struct Entry: Sendable {
        var incident: Incident
        var journal: [JournalEntry]
    }

    private struct Key: Hashable, Sendable {
        var rule: String
        var flow: UInt64
    }

    /// The incidents.
    private(set) var entries: [IncidentID: Entry] = [:]
    private var places: [Key: IncidentID] = [:]

    /// The record in a store, as it is now.
    public init(_ store: IncidentStore) throws(StoreError) {
        var filter = IncidentFilter()
        filter.limit = Self.mostIncidents
        for incident in try store.incidents(filter) {
            entries[incident.id] = Entry(incident: incident, journal: try store.journal(of: incident.id))
            for detection in try store.detections(of: incident.id) {
                places[Key(rule: detection.rule, flow: detection.flowID)] = incident.id
            }
        }
    }

    /// Adds what the team did about an inject to its score. `all` are the scores of all injects, by which it is known how
    /// many of them one incident is about.
    func judge(_ score: inout InjectScore, among all: [InjectScore], _ run: RunFacts) {
        let inject = score.inject
        if let expected = inject.answer { score.team.answer = TeamAnswer().parts(of: expected) }
        if inject.acknowledgement != nil { score.team.acknowledgementPoints = 0 }
        if inject.report != nil { score.team.reportPoints = 0 }
        guard let detection = Self.detection(score), let id = incident(of: detection), let entry = entries[id]
        else { return }
        score.team.incident = id
        if let alert = run.wall(of: detection.time) {
            let sent = entry.journal.first { $0.action == .sent }?.timestamp
            score.team.timeToAcknowledge = Self.span(alert, entry.incident.acknowledgedAt)
            score.team.timeToReport = Self.span(alert, sent)
            score.team.acknowledgementPoints = Self.points(
                inject.acknowledgement, score.team.timeToAcknowledge)
            score.team.reportPoints = Self.points(inject.report, score.team.timeToReport)
        }
        let shared = all.count { Self.detection($0).flatMap { incident(of: $0) } == id }
        if let expected = inject.answer { answer(expected, entry, shared, &score.team) }
    }

    /// The best of the last answers, as many as there are injects in the incident: each may have one of its own, and
    /// nobody gains by trying all that could be said.
    private func answer(
        _ expected: ExpectedAnswer, _ entry: Entry, _ shared: Int, _ team: inout TeamScore
    ) {
        let answers = entry.journal.filter { $0.action == .answered }.suffix(max(shared, 1))
        var best = -1
        for entry in answers {
            guard let answer = TeamAnswer(detail: entry.detail) else { continue }
            let parts = answer.parts(of: expected)
            let right = parts.count(where: \.isRight)
            if right > best {
                best = right
                team.answer = parts
                team.answeredBy = entry.person
                team.answerPoints = expected.points * 100 * right / max(parts.count, 1)
            }
        }
    }

    private static func detection(_ score: InjectScore) -> LoggedDetection? {
        score.expectations.compactMap(\.detection).min { $0.time < $1.time }
    }

    private func incident(of detection: LoggedDetection) -> IncidentID? {
        places[Key(rule: detection.rule, flow: detection.flowID)]
    }

    private static func span(_ from: Timestamp, _ to: Timestamp?) -> Duration? {
        to.map { .nanoseconds(max(0, $0.nanoseconds(since: from))) }
    }

    private static func points(_ deadline: TeamDeadline?, _ span: Duration?) -> Int? {
        guard let deadline else { return nil }
        guard let span else { return 0 }
        return span <= deadline.within ? deadline.points * 100 : 0
    }
}
