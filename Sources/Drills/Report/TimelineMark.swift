/// Something at a moment of the drill, as the timeline shows it: each kind by a shape of its own, and a colour beside.
struct TimelineMark: Equatable {
    /// What it is.
    let kind: Kind
    /// Nanoseconds of the drill.
    let at: Int64
    /// What is said of it.
    let text: String

    /// What there can be.
    enum Kind: String, CaseIterable {
        /// Detected as expected, and in time.
        case found
        /// Detected as expected, but too late.
        case late
        /// Detected by another rule of the category.
        case otherRule = "other_rule"
        /// Detected as something else.
        case wrongCategory = "wrong_category"
        /// Not detected.
        case missed
        /// Not played.
        case notPlayed = "not_played"
        /// Somebody had it.
        case acknowledged
        /// A form was sent.
        case reported
        /// A silence was broken.
        case breach
        /// Nothing expects it.
        case unexpected

        /// The mark of a verdict.
        init(_ verdict: InjectVerdict) {
            switch verdict {
            case .found: self = .found
            case .late: self = .late
            case .otherRule: self = .otherRule
            case .wrongCategory: self = .wrongCategory
            case .missed: self = .missed
            case .notPlayed: self = .notPlayed
            }
        }
    }
}
