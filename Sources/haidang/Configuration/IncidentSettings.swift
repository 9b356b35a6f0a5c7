import Incidents

/// Where incidents are kept, and what belongs together.
struct IncidentSettings: Equatable, Sendable {
    /// The store; empty for none.
    var store = ""
    /// What belongs together.
    var correlation = CorrelationConfiguration()
    /// Days for which the details of detections are kept once their incident is over.
    var retention = 30
}
