/// The sizes of what stands around the inspectors of a live run.
public struct PipelineConfiguration: Equatable, Sendable {
    /// Workers, each with an inspector of its own, from 1.
    public var workers = 1
    /// Bytes of each ring, one for each pair of capture thread and worker.
    public var ringSize = 64 << 20
    /// Findings that may wait for the way upstairs.
    public var mailbox = 65_536
    /// Part of a ring, in hundredths, from which payload is shed.
    public var pressure = 50
    /// Bytes of each object that are kept when pressure begins; fewer as the ring fills up.
    public var bulkAfter = 1 << 20
    /// True to wait for room instead of dropping or shedding: for savefiles, which can wait.
    public var isPatient = false

    /// The documented defaults.
    public init() {}
}
