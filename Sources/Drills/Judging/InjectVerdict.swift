/// How an inject was detected, from the best to the worst.
public enum InjectVerdict: String, CaseIterable, Comparable, Sendable {
    /// As expected, and in time.
    case found
    /// As expected, but too late.
    case late
    /// In its flow and in time, by another rule of the same category.
    case otherRule = "other_rule"
    /// In its flow and in time, as something else.
    case wrongCategory = "wrong_category"
    /// Not at all.
    case missed
    /// It was not played: nobody can say.
    case notPlayed = "not_played"

    /// Better is less.
    public static func < (left: InjectVerdict, right: InjectVerdict) -> Bool {
        let order = Self.allCases
        return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
}
