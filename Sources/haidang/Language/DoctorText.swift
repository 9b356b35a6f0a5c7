/// What the doctor says.
enum DoctorText: Text {
    /// What is looked at.
    case program, libpcap, libyara, configuration, rules, locale, eventLog
    /// What is looked at for live capture.
    case captureRights, interfaces, user, memory
    /// What is seen.
    case defaults, unset, noEventLog, ruleCount(Int, leftOut: Int), free(UInt64)
    /// What is seen of live capture.
    case noCaptureRights, noInterfaces, isDown, memoryNeeded(UInt64)
    /// How to mend it. Places are already safe to show.
    case updateYara, nameRules, checkRules(String), setLocale, makeWritable(String), makeRoom(String)
    /// How to make live capture possible.
    case grantCapture(String), bringUpInterface, makeUser, lowerBudgets
    /// Files of data: what is looked at, what is seen, how to mend it.
    case networks, suppressions, unitCount(Int, networks: Int)
    case entryCount(suppressions: Int, thresholds: Int), correctFile(String)
    /// A night: what is looked at and seen, and how to mend it.
    case night(NightCheckText), mend(NightRemedyText)
    /// The last line.
    case verdict(warnings: Int, failures: Int)
}
