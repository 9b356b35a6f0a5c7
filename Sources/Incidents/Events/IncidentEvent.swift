import NetTypes

/// What the event log is told of an incident: as it is now, and what happened to it.
public struct IncidentEvent: Equatable, Sendable {
    /// The incident, after the change.
    public var incident: Incident
    /// What happened to it.
    public var change: Change
    /// Its flows, as many as the caller has at hand; the line has at most `EventEncoder.flowLimit` of them.
    public var flows: [Flow]
    /// How many flows it has beside those.
    public var flowsMore: UInt64
    /// Its clocks; empty where nobody has asked which there are.
    public var deadlines: [Deadline]
    /// What was written out as evidence, by name.
    public var evidence: [String]
    /// True for an incident of a drill, which is none.
    public var isDrill = false

    /// An event from its parts.
    public init(
        _ incident: Incident, change: Change, flows: [Flow] = [], flowsMore: UInt64 = 0,
        deadlines: [Deadline] = [], evidence: [String] = []
    ) {
        self.incident = incident
        self.change = change
        self.flows = flows
        self.flowsMore = flowsMore
        self.deadlines = deadlines
        self.evidence = evidence
    }

    /// What can happen to an incident, in the words of the event log.
    public enum Change: String, CaseIterable, Sendable {
        /// It began.
        case opened
        /// More of the same came.
        case extended
        /// It became graver, or got further.
        case escalated
        /// More came after it was over.
        case reopened
        /// Somebody changed its status, or it is told as it stands.
        case status
        /// It was merged into another, or another into it.
        case merged
    }

    /// A flow of an incident.
    public struct Flow: Equatable, Sendable {
        /// Its identifier in events, 1 to 2⁵³−1.
        public var id: UInt64
        /// Its Community ID; empty without one.
        public var communityID: String

        /// A flow from its parts.
        public init(id: UInt64, communityID: String) {
            self.id = id
            self.communityID = communityID
        }
    }

    /// A clock that the law, or the team itself, has set.
    public struct Deadline: Equatable, Sendable {
        /// The profile that it is from.
        public var profile: String
        /// Which clock of that profile.
        public var clock: String
        /// When it runs out.
        public var due: Timestamp
        /// How it stands, in the profile's word for machines.
        public var state: String

        /// A clock from its parts.
        public init(profile: String, clock: String, due: Timestamp, state: String) {
            self.profile = profile
            self.clock = clock
            self.due = due
            self.state = state
        }
    }
}
