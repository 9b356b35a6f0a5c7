import NetTypes

/// What is said of suppressions and thresholds.
enum SuppressionText: Text {
    /// How many detections are no alerts.
    case suppressed(UInt64)
    /// What one entry has done.
    case entry(id: String, matched: UInt64, suppressed: UInt64, until: Day)
    /// Detections that thresholds had no room to count.
    case uncounted(UInt64)
    /// Entries that no detection has matched.
    case unmatched([String])
    /// An entry whose last day is over.
    case expired(id: String, Day)
    /// An entry that names a unit which is not in the directory.
    case unknownUnit(id: String, unit: String)
    /// A newer list is at work.
    case replaced(entries: Int)
    /// The list could not be loaded again; the old one goes on.
    case kept(reason: String)

    /// Names that a sentence has room for.
    private static let mostNames = 12

    /// The first of some names, for either language; dots when there are more.
    static func shown(_ names: [String]) -> String {
        let shown = names.prefix(mostNames).map(Escaping.shown)
        return (names.count > mostNames ? shown + ["…"] : shown).joined(separator: ", ")
    }
}
