import NetTypes

/// What the event logs of a sensor say of the actions of a logbook.
public struct LogbookMatch: Equatable, Sendable {
    /// One for each entry that counts, in order of their numbers.
    public var actions: [ActionMatch] = []
    /// Alerts that belong to no action.
    public var unexplained = UnexplainedAlerts()
    /// What was read.
    public var account = Account()

    /// What was read: `lines = events + bad + tooLong`.
    public struct Account: Equatable, Sendable {
        /// Lines.
        public var lines: UInt64 = 0
        /// Lines that are events, of any type.
        public var events: UInt64 = 0
        /// Lines that are none.
        public var bad: UInt64 = 0
        /// Lines that are too long to be read.
        public var tooLong: UInt64 = 0
        /// Alerts among the events, each once, however many actions it belongs to.
        public var alerts: UInt64 = 0
        /// Flows among the events that could be used.
        public var flows: UInt64 = 0
        /// Incidents that were left out, since there were too many.
        public var moreIncidents: UInt64 = 0
        /// The earliest and the latest time of an event; nil without any.
        public var first: Timestamp?
        /// The latest.
        public var last: Timestamp?

        /// Nothing was read.
        public init() {}
    }

    /// Nothing was matched.
    public init() {}
}
