import Incidents
import NetTypes

/// What happened in a drill, for those who want to learn from it: the same facts as a page for people and as one JSON object
/// for machines. It has no clock and reads no file: the same values give the same bytes.
public struct DrillReport: Sendable {
    /// The drill that was judged.
    public var drill: Drill
    /// What the run says of itself.
    public var record: RunRecord
    /// What the judge knew of it.
    public var run: RunFacts
    /// The score.
    public var score: DrillScore
    /// What the event log says.
    public var evidence: DrillEvidence
    /// Where the work on each incident stands.
    public var incidents: [IncidentID: IncidentStatus] = [:]
    /// Who took part.
    public var people: [Participant] = []
    /// The event logs that it was judged by.
    public var logs: [JudgedFile]
    /// The file of the drill that it was judged by.
    public var file: JudgedFile
    /// The command that works out the score again.
    public var command: String
    /// When the report was made.
    public var madeAt: Timestamp

    /// A report about a run. Who took part is not known yet.
    public init(
        _ drill: Drill, _ record: RunRecord, _ run: RunFacts, _ score: DrillScore, _ evidence: DrillEvidence,
        file: JudgedFile, logs: [JudgedFile], command: String, madeAt: Timestamp
    ) {
        self.drill = drill
        self.record = record
        self.run = run
        self.score = score
        self.evidence = evidence
        self.file = file
        self.logs = logs
        self.command = command
        self.madeAt = madeAt
    }

    /// Adds what the team did beside what is in the score.
    public mutating func take(_ team: TeamRecord) {
        incidents = team.statuses
        people = team.people
    }

    /// True while the score may change: the drill is played, or was ended before its time.
    public var isProvisional: Bool { record.state == .running || !score.isWhole }

    /// What follows from it.
    public var advice: [DrillAdvice] { DrillAdvice.following(score) }

    /// The page, in a language.
    public func html(_ language: ReportLanguage) -> String { DrillPage(self, language).html }

    /// The JSON object, on one line. It is the same in every language.
    public var json: String { DrillFacts(self).value.line }
}
