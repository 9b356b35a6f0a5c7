import NetTypes

/// A sink that keeps everything, by kind and in order of arrival: for tables, scores and tests. It grows with
/// what it is given; for a live sensor use the event log.
public struct FindingCollector: FindingSink, Equatable, Sendable {
    /// The rule hits.
    public private(set) var detections: [Detection] = []
    /// The flows that ended.
    public private(set) var flows: [FlowRecord] = []
    /// The streams that ended.
    public private(set) var streams: [StreamRecord] = []
    /// The exchanges of application protocols.
    public private(set) var transactions: [Transaction] = []
    /// The objects.
    public private(set) var files: [FileRecord] = []
    /// The sampled anomalies.
    public private(set) var anomalies: [AnomalyRecord] = []
    /// The counters, each time they were sent.
    public private(set) var statistics: [StatisticsRecord] = []

    /// A collector that holds nothing.
    public init() {}

    /// Keeps one finding.
    public mutating func receive(_ finding: Finding) {
        switch finding {
        case .detection(let detection): detections.append(detection)
        case .flow(let flow): flows.append(flow)
        case .stream(let stream): streams.append(stream)
        case .transaction(let transaction): transactions.append(transaction)
        case .file(let file): files.append(file)
        case .anomaly(let anomaly): anomalies.append(anomaly)
        case .statistics(let record): statistics.append(record)
        }
    }
}
