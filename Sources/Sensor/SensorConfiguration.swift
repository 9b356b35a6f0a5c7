import Flow
import Scan
import Wire

/// One part for each room of the ground floor, and what the sensor itself is asked for.
public struct SensorConfiguration: Equatable, Sendable {
    /// Decoding of frames.
    public var decoder = DecoderConfiguration()
    /// Flows, defragmentation, reassembly.
    public var flow = FlowConfiguration()
    /// Scanning.
    public var scan = ScanConfiguration()
    /// True to send a `StreamRecord` with its digest for each direction of each TCP flow.
    public var streamRecords = false

    /// The documented defaults.
    public init() {}
}
