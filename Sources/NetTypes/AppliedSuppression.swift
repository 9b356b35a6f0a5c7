/// Why a detection is not an alert: the entry of the operator's list that says so.
public struct AppliedSuppression: Equatable, Codable, Sendable {
    /// The entry's name.
    public let id: String
    /// The operator's reason.
    public let reason: String
    /// The last day, by capture time, on which the entry counts.
    public let until: Day

    /// One from its parts.
    public init(id: String, reason: String, until: Day) {
        self.id = id
        self.reason = reason
        self.until = until
    }
}
