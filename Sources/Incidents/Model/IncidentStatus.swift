/// Where the work on an incident stands.
public enum IncidentStatus: String, CaseIterable, Sendable {
    /// Nobody has looked at it.
    case new
    /// Somebody has, and it is his.
    case acknowledged
    /// Somebody works on it.
    case inProgress = "in_progress"
    /// What was to be done is done.
    case resolved
    /// It is over: reported where it had to be, and filed.
    case closed
    /// It was none.
    case falsePositive = "false_positive"

    /// True while somebody has to do something about it.
    public var isOpen: Bool {
        switch self {
        case .new, .acknowledged, .inProgress: true
        case .resolved, .closed, .falsePositive: false
        }
    }

    /// Whether people may take it from here to there. The way is new, acknowledged, in progress, resolved, closed, where
    /// steps may be left out up to resolved; from anywhere else it may turn out to be a false positive, and what is
    /// over may be taken up again.
    public func mayBecome(_ next: IncidentStatus) -> Bool {
        switch (self, next) {
        case (.new, .acknowledged), (.new, .inProgress), (.new, .resolved): true
        case (.acknowledged, .inProgress), (.acknowledged, .resolved), (.inProgress, .resolved): true
        case (.resolved, .closed): true
        case (.resolved, .inProgress), (.closed, .inProgress), (.falsePositive, .inProgress): true
        case (let now, .falsePositive): now != .falsePositive
        default: false
        }
    }
}
