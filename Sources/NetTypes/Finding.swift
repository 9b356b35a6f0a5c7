/// Anything the sensor sends up the staircase. Owned values: nothing in it borrows from a frame.
public enum Finding: Equatable, Sendable {
    /// A rule hit, or an indicator of a list was met.
    case detection(Detection)
    /// A flow ended.
    case flow(FlowRecord)
    /// A stream ended (only when the configuration asks for stream records).
    case stream(StreamRecord)
    /// An exchange of an application protocol ended.
    case transaction(Transaction)
    /// An object was taken out of the traffic.
    case file(FileRecord)
    /// A sampled anomaly.
    case anomaly(AnomalyRecord)
    /// The counters.
    case statistics(StatisticsRecord)
}
