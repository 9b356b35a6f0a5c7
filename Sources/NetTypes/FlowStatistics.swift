/// The flow table's account: `created = active + ended`, and `ended` is the sum of its reasons.
public struct FlowStatistics: Equatable, Sendable {
    /// Flows created.
    public var created: UInt64 = 0
    /// Flows in the table now.
    public var active: UInt64 = 0
    /// The most flows in the table at one time.
    public var peak: UInt64 = 0
    /// Flows that ended, by reason.
    public var ended = EndCounts()

    /// All zero.
    public init() {}

    /// Flows that ended, by `FlowRecord.EndReason`.
    public struct EndCounts: Equatable, Sendable {
        private var counts = [UInt64](repeating: 0, count: FlowRecord.EndReason.allCases.count)

        /// All zero.
        public init() {}

        /// How many ended so.
        public subscript(reason: FlowRecord.EndReason) -> UInt64 {
            get { counts[Int(reason.rawValue)] }
            set { counts[Int(reason.rawValue)] = newValue }
        }

        /// All of them together.
        public var total: UInt64 { counts.reduce(0, +) }
    }
}
