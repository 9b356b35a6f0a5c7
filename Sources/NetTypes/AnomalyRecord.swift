/// One sampled anomaly.
public struct AnomalyRecord: Equatable, Sendable {
    /// What was seen.
    public var anomaly: Anomaly
    /// Capture time of the frame that showed it.
    public var timestamp: Timestamp
    /// Number of that frame; nil when it was time that showed it.
    public var frame: UInt64?
    /// The flow it belongs to; nil when decoding did not get that far.
    public var flow: FlowContext?
    /// Which way the frame went, when there is a flow.
    public var direction: Direction?
    /// The interface of a live run that the frame came from; 0 for a savefile.
    public var interface: UInt16

    /// A record from its parts.
    public init(
        anomaly: Anomaly, timestamp: Timestamp, frame: UInt64?, flow: FlowContext?, direction: Direction?,
        interface: UInt16 = 0
    ) {
        self.anomaly = anomaly
        self.timestamp = timestamp
        self.frame = frame
        self.flow = flow
        self.direction = direction
        self.interface = interface
    }
}
