import NetTypes

/// A place on the way from the wire to the event log where something was lost or left out, each with its own name.
enum Loss: CaseIterable, Sendable {
    /// Frames the kernel had no room for.
    case kernel
    /// Frames the interface dropped.
    case interface
    /// Frames a ring had no room for.
    case ring
    /// Frames whose encrypted payload was left out under pressure.
    case shedEncrypted
    /// Frames whose payload, deep in a long stream, was left out under pressure.
    case shedDeep
    /// Bytes in the middle of objects that a worker left out under pressure.
    case shedContent
    /// Flow records shed on their way to the event log.
    case flows
    /// Transactions, files and anomalies shed on their way to the event log.
    case transactions
    /// Detections shed on their way to the event log.
    case detections
    /// Frames that were to be recorded and were not.
    case recording

    /// How much was lost here.
    func count(_ statistics: LiveStatistics) -> UInt64 {
        switch self {
        case .kernel: statistics.interfaceSum(\.droppedByKernel)
        case .interface: statistics.interfaceSum(\.droppedByInterface)
        case .ring: statistics.ringSum(\.dropped)
        case .shedEncrypted: statistics.ringSum(\.shedEncrypted)
        case .shedDeep: statistics.ringSum(\.shedDeep)
        case .shedContent: statistics.sensor.scan.shed
        case .flows: statistics.mailbox.shedFlows
        case .transactions: statistics.mailbox.shedTransactions
        case .detections: statistics.mailbox.shedDetections
        case .recording: statistics.recording?.lost ?? 0
        }
    }

    /// What was lost, in the order of the way; empty when nothing was.
    static func list(_ statistics: LiveStatistics) -> [(loss: Loss, count: UInt64)] {
        allCases.map { ($0, $0.count(statistics)) }.filter { $0.count > 0 }
    }
}
