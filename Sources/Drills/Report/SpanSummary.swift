/// Some spans of time in two numbers.
struct SpanSummary: Equatable {
    /// How many there are.
    let count: Int
    /// The one in the middle; of an even number the mean of the two.
    let median: Duration
    /// The longest.
    let longest: Duration

    /// The summary of some spans; nil where there are none.
    init?(_ spans: [Duration]) {
        let sorted = spans.sorted()
        guard let longest = sorted.last else { return nil }
        count = sorted.count
        let middle = sorted.count / 2
        median = sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
        self.longest = longest
    }
}
