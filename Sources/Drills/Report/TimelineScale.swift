/// The way from a time of the drill to a place on the axis of its timeline.
struct TimelineScale: Equatable {
    /// Nanoseconds from the first to the last place, at least one millisecond.
    let length: Int64
    /// Where the axis begins.
    let left: Double
    /// Where it ends.
    let right: Double

    /// A scale; a drill that lasts no time at all gets a millisecond.
    init(length: Int64, left: Double, right: Double) {
        self.length = max(length, 1_000_000)
        self.left = left
        self.right = right
    }

    /// Where a time lies; what is before the first or behind the last lies there.
    func x(_ time: Int64) -> Double {
        left + (right - left) * Double(min(max(time, 0), length)) / Double(length)
    }

    /// True where a time lies on the axis.
    func holds(_ time: Int64) -> Bool { (0...length).contains(time) }

    /// Times that are written at the axis: round ones, at most eleven of them.
    var ticks: [Int64] {
        let second: Int64 = 1_000_000_000
        let step = Self.steps.first { length / ($0 * second) <= 10 }.map { $0 * second } ?? length / 10
        return Array(stride(from: 0, through: length, by: Int(max(step, 1))))
    }

    /// Seconds between two of them.
    private static let steps: [Int64] = [
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400, 172_800,
        604_800,
    ]
}
