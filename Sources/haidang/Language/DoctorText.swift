/// What the doctor says.
enum DoctorText: Text {
    /// What is looked at.
    case program, libpcap, libyara, configuration, rules, locale, eventLog
    /// What is seen.
    case defaults, unset, noEventLog, ruleCount(Int, leftOut: Int), free(UInt64)
    /// How to mend it. Places are already safe to show.
    case updateYara, nameRules, checkRules(String), setLocale, makeWritable(String), makeRoom(String)
    /// The last line.
    case verdict(warnings: Int, failures: Int)
}
