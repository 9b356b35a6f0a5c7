/// What became of findings on their way upstairs: `offered = delivered + shed + waiting`.
public struct MailboxStatistics: Equatable, Sendable {
    /// Findings that it may hold.
    public var capacity = 0
    /// Findings in it now.
    public var waiting = 0
    /// The most findings that were in it.
    public var highWater = 0
    /// Findings that workers sent.
    public var offered: UInt64 = 0
    /// Findings that were taken out.
    public var delivered: UInt64 = 0
    /// Flow records shed because it was filling up.
    public var shedFlows: UInt64 = 0
    /// Transactions, files and anomalies shed because it was nearly full.
    public var shedTransactions: UInt64 = 0
    /// Detections shed because it was full.
    public var shedDetections: UInt64 = 0

    /// All zero.
    public init() {}

    /// All that was shed.
    public var shed: UInt64 { shedFlows + shedTransactions + shedDetections }
}
