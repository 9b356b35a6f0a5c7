import Drills

/// What is said of logbooks.
enum LogbookText: Text {
    /// A logbook, or a file for one, cannot be used.
    case error(LogbookError)
    /// Something in a logbook that is worth saying, or wrong.
    case notice(LogbookNotice), fault(LogbookFault)
    /// What was entered, and the hash that is worth keeping.
    case added(Int), imported(Int), keepThis(String)
    /// How a look at it ended.
    case intact(Int), broken(Int), compareWith(String)
    /// What an entry has to do with others.
    case replacedBy(Int), replaces(Int), isVoid
    /// What the team claims.
    case result(ClaimedResult)
    /// Whether an action was detected.
    case isDetected, isMissed, isSuppressed, detected(Int, of: Int)
    /// Whether it came through, and the flows that show it.
    case verdict(EffectVerdict), flows(EffectProof), contradiction(Int)
    /// Whether rules name its technique.
    case agreement(TechniqueAgreement)
    /// Alerts that belong to no action.
    case unexplained(UInt64), moreUnexplained(UInt64)
    /// What was read of event logs, and what not.
    case read(LogbookMatch.Account), unreadLines(LogbookMatch.Account), noFlows
}
