/// What became of an incident, with what it is now.
public struct IncidentChange: Equatable, Sendable {
    /// What happened.
    public var kind: Kind
    /// The incident afterwards.
    public var incident: Incident

    /// A change from its parts.
    public init(kind: Kind, incident: Incident) {
        self.kind = kind
        self.incident = incident
    }

    /// What can happen. When several things do at once the greatest is told.
    public enum Kind: String, Comparable, CaseIterable, Sendable {
        /// More detections, and nothing else.
        case extended
        /// Somebody took it further.
        case status
        /// Another one was merged into it, or it into another.
        case merged
        /// It got graver.
        case escalated
        /// More came after it was over.
        case reopened
        /// It began.
        case opened

        /// In the order of the cases.
        public static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }
}
