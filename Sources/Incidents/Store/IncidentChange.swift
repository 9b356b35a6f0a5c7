/// What became of an incident, with what it is now.
public struct IncidentChange: Equatable, Sendable {
    /// What happened.
    public var kind: IncidentEvent.Change
    /// The incident afterwards.
    public var incident: Incident

    /// A change from its parts.
    public init(kind: IncidentEvent.Change, incident: Incident) {
        self.kind = kind
        self.incident = incident
    }
}
