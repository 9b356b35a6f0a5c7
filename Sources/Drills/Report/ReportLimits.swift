/// How much of a run its report shows, so that no event log makes a page that nobody can open. What is left out is counted.
enum ReportLimits {
    /// Injects, as many as a `drill.yml` may have.
    static let injects = 1_000
    /// Detections that nothing expects.
    static let unexpected = 200
    /// Silences.
    static let silences = 200
    /// Recommendations.
    static let advice = 400
    /// Lanes of the timeline; more of them could not be told apart on one page.
    static let lanes = 60
    /// Marks in one lane.
    static let marksInLane = 200
    /// Places at which a pace changed.
    static let segments = 50
    /// Techniques.
    static let techniques = 200
    /// People.
    static let people = 200
    /// Strings of one detection whose bytes are shown.
    static let matches = 4
    /// Bytes shown of what matched.
    static let matchedBytes = 128
    /// Bytes shown on either side of it.
    static let bytesAround = 32
    /// Flows that are named where an expectation was missed.
    static let flows = 5
    /// Numbers and names in one list.
    static let listed = 40
}
