import NetTypes

/// What a person is shown of a live run at one moment.
struct LiveState: Sendable {
    /// Wall time.
    var time: Timestamp
    /// Wall time since the start.
    var uptime: Duration = .zero
    /// Rules in use.
    var rules = 0
    /// Hexadecimal SHA-256 of the rule set in use.
    var ruleSetSHA256 = ""
    /// How often rules were loaded: 1 at the start, one more with each reload.
    var generation = 1
    /// The latest sample.
    var statistics = LiveStatistics()
    /// What it and the one before say of the time between.
    var rates = LiveRates()
    /// The latest detections, newest first.
    private(set) var detections: [Detection] = []
    /// Warnings that stay in sight, newest first; each once.
    private(set) var warnings: [String] = []

    /// Detections that are kept: no terminal shows more.
    static let detectionLimit = 100
    /// Warnings that are kept; older ones are in the journal.
    static let warningLimit = 8

    /// Nothing yet.
    init(time: Timestamp) { self.time = time }

    /// Takes a detection as it comes.
    mutating func remember(_ detection: Detection) {
        if detections.count == Self.detectionLimit { detections.removeLast() }
        detections.insert(detection, at: 0)
    }

    /// Takes a warning, a sentence that is safe to show. One that is there already moves to the front.
    mutating func pin(_ warning: String) {
        warnings.removeAll { $0 == warning }
        if warnings.count == Self.warningLimit { warnings.removeLast() }
        warnings.insert(warning, at: 0)
    }

    /// Takes the newer sample, and what the time between the two says.
    mutating func update(
        _ sample: LiveStatistics, at time: Timestamp, elapsed: Duration, cpuTime: Duration? = nil
    ) {
        rates = LiveRates(from: statistics, to: sample, elapsed: elapsed, cpuTime: cpuTime)
        statistics = sample
        self.time = time
        uptime += elapsed
    }
}
