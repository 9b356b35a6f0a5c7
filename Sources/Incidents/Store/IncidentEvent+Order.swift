extension IncidentEvent.Change: Comparable {
    /// By how much they say: when several things happen at once, the greatest is told.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .extended: 0
        case .status: 1
        case .merged: 2
        case .escalated: 3
        case .reopened: 4
        case .opened: 5
        }
    }
}
