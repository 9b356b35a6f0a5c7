import NetTypes

/// One line of the log of who did what to an incident when. The log is only ever added to.
public struct JournalEntry: Equatable, Sendable {
    /// Who stands behind what nobody asked for.
    public static let program = "haidang"

    /// Its number; later is greater.
    public var number: Int64
    /// When, by the clock.
    public var timestamp: Timestamp
    /// Who: a name of the system, or the program itself where nobody stood behind it.
    public var person: String
    /// The incident; nil for what is about the store as a whole.
    public var incident: IncidentID?
    /// What was done.
    public var action: Action
    /// What there is to say: the new status, the assignee, the form that was sent, the name of a file.
    public var detail: String
    /// What the person wrote; empty without words.
    public var note: String

    /// A line from its parts.
    public init(
        number: Int64, timestamp: Timestamp, person: String, incident: IncidentID?, action: Action,
        detail: String, note: String
    ) {
        self.number = number
        self.timestamp = timestamp
        self.person = person
        self.incident = incident
        self.action = action
        self.detail = detail
        self.note = note
    }

    /// What can be done.
    public enum Action: String, CaseIterable, Sendable {
        /// The incident began.
        case opened
        /// More came after it was over, so that it is open again.
        case reopened
        /// Its severity rose.
        case escalated
        /// Its status changed.
        case status
        /// It was given to somebody.
        case assigned
        /// Somebody wrote something.
        case noted
        /// Another one was merged into it, or it into another.
        case merged
        /// Somebody looked at its payload.
        case viewed
        /// A form was filled in.
        case reported
        /// A form was sent, as somebody says.
        case sent
        /// Its evidence was written out.
        case exported
        /// In a drill, a team said what it is.
        case answered
        /// Old data were removed.
        case removed
    }
}
