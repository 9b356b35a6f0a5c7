import NetTypes

/// An event on its way to other systems.
public struct OutgoingEvent: Equatable, Sendable {
    /// Its place in the order of all events; from 1.
    public var sequence: Int64
    /// What tells it from all others, however often it is sent.
    public var id: String
    /// `alert`, `incident` or `digest`.
    public var type: String
    /// 1 (act now) to 4 (note).
    public var severity: Int
    /// The unit that suffers it; empty where none is known.
    public var unit: String
    /// What it is, in the nine words of this project.
    public var category: RuleCategory
    /// When it happened, in capture time.
    public var timestamp: Timestamp
    /// True when a network that keeps no payload is at either end: nothing of that leaves.
    public var isSecret: Bool
    /// The line of the event log, without a newline at its end.
    public var line: String
    /// The sinks that it is for, by name, whatever their filters want; empty for all whose filter wants it.
    public var recipients: [String] = []
    /// What a mail says in its place; nil for what is made of the line.
    public var letter: Letter?

    /// A mail in the words of people.
    public struct Letter: Equatable, Sendable {
        /// What it is about, without the name of this program in front.
        public var subject: String
        /// The text, lines apart by a newline.
        public var text: String

        /// A mail from its parts.
        public init(subject: String, text: String) {
            self.subject = subject
            self.text = text
        }
    }

    /// An event from its parts.
    public init(
        sequence: Int64, id: String, type: String, severity: Int, unit: String, category: RuleCategory,
        timestamp: Timestamp, isSecret: Bool, line: String
    ) {
        self.sequence = sequence
        self.id = id
        self.type = type
        self.severity = severity
        self.unit = unit
        self.category = category
        self.timestamp = timestamp
        self.isSecret = isSecret
        self.line = line
    }
}
