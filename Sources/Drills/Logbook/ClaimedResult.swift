/// What the team that attacked says of an action. Whether it is so is another question.
public enum ClaimedResult: String, CaseIterable, Codable, Sendable {
    /// It did what it was to do.
    case succeeded
    /// It did not.
    case failed
    /// Nobody says.
    case unknown
}
