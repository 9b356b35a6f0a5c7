import NetTypes

/// Whether an action came through, as far as the flows between its hosts show it.
///
/// Careful on purpose: what was not seen is not blocked, and neither is what nobody had to answer.
public enum EffectVerdict: Equatable, Sendable {
    /// There was traffic, TCP was tried, and not one flow was answered, then or later.
    case blocked
    /// Flows were answered, also the last ones.
    case notBlocked
    /// Flows were answered, and from this moment on none was, among them some to a port that had answered before.
    case blockedFrom(Timestamp)
    /// There was traffic, but it proves neither: only datagrams that nobody answered, or alerts without flows.
    case unclear
    /// No flow and no alert between the hosts.
    case noTraffic

    /// The word for it in files.
    public var word: String {
        switch self {
        case .blocked: "blocked"
        case .notBlocked: "not_blocked"
        case .blockedFrom: "blocked_from"
        case .unclear: "unclear"
        case .noTraffic: "no_traffic_seen"
        }
    }
}
