/// All that a live run counts, at one moment: where every frame is, from the interface to the event log.
public struct LiveStatistics: Equatable, Sendable {
    /// Each interface, in the order it was named.
    public var interfaces: [InterfaceStatistics] = []
    /// Each ring, by interface, then by worker.
    public var rings: [RingStatistics] = []
    /// The way upstairs.
    public var mailbox = MailboxStatistics()
    /// The recording; nil when there is none.
    public var recording: RecordingStatistics?
    /// What the workers counted, together.
    public var sensor = SensorStatistics()
    /// What became of the detections that came upstairs.
    public var alerts = AlertStatistics()

    /// All zero.
    public init() {}
}
