import NetTypes

/// The deadlines of an incident at a moment, by the clocks of some profiles.
public struct ClockTable: Equatable, Sendable {
    /// The deadlines, in the order of the profiles and of the clocks in them.
    public let deadlines: [Deadline]

    /// The deadlines of an incident. The system's level is what answers the first of the questions about severity where no
    /// answer does; nil where it is not known.
    public init(
        profiles: [FormProfile], incident: Incident, journal: [JournalEntry],
        answers: ReportAnswers = ReportAnswers(),
        level: Int? = nil, now: Timestamp
    ) {
        let sent = Self.sent(journal, incident.id)
        deadlines = profiles.flatMap { profile in
            profile.clocks.map { clock in
                let detail = Deadline.detail(profile: profile.id, clock: clock.id)
                return Self.deadline(
                    profile.id, clock, incident, answers, level: level ?? incident.unit?.level,
                    sentAt: sent[detail], now: now)
            }
        }
    }

    /// Those that somebody has to do something about, the next first.
    public var pressing: [Deadline] {
        deadlines.filter { $0.state == .overdue || $0.state == .dueSoon }
            .sorted { ($0.due ?? .zero) < ($1.due ?? .zero) }
    }

    /// When each clock was first met, by the detail of its entry.
    private static func sent(_ journal: [JournalEntry], _ incident: IncidentID) -> [String: Timestamp] {
        var sent: [String: Timestamp] = [:]
        for entry in journal where entry.action == .sent && entry.incident == incident {
            sent[entry.detail] = min(sent[entry.detail] ?? entry.timestamp, entry.timestamp)
        }
        return sent
    }

    private static func deadline(
        _ profile: String, _ clock: FormClock, _ incident: Incident, _ answers: ReportAnswers, level: Int?,
        sentAt: Timestamp?, now: Timestamp
    ) -> Deadline {
        let applies = applies(clock.trigger, answers, level: level)
        var deadline = Deadline(
            profile: profile, clock: clock, due: nil, state: .notTriggered,
            isTriggerDecided: applies != nil,
            sentAt: sentAt)
        let isOne = incident.status != .falsePositive && incident.mergedInto == nil
        if applies != false, isOne, let start = start(clock.start, incident) {
            // Seconds do not count: what began within a minute ends with that minute.
            let minute: Int64 = 60_000_000_000
            let begun = Timestamp(nanoseconds: start.nanoseconds - max(0, start.nanoseconds) % minute)
            let due = begun.advanced(by: clock.span.nanoseconds)
            deadline.due = due
            deadline.state =
                now >= due.advanced(by: minute)
                ? .overdue
                : now >= Deadline.warning(due: due, span: clock.span) ? .dueSoon : .remaining
        }
        if sentAt != nil { deadline.state = .sent }
        return deadline
    }

    private static func start(_ start: FormClock.Start, _ incident: Incident) -> Timestamp? {
        switch start {
        case .detected: incident.detectedAt
        case .occurred: incident.firstAt
        case .confirmed: incident.acknowledgedAt
        case .closed: incident.status == .closed ? incident.closedAt : nil
        }
    }

    /// Whether a clock applies; nil while that is not known.
    private static func applies(
        _ trigger: FormClock.Trigger, _ answers: ReportAnswers, level: Int?
    ) -> Bool? {
        guard let question = trigger.question else { return true }
        if let answer = answers.truth(question) { return answer }
        guard trigger == .serious else { return nil }
        switch SeverityQuestions(answers, level: level).verdict {
        case .serious: return true
        // What one article calls ordinary another law, which does not define the word, may call serious.
        case .ordinary, .notDecided: return nil
        }
    }
}
