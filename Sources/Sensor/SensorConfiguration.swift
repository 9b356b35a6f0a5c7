import AppLayer
import Flow
import NetTypes
import Scan
import Wire

/// One part for each room of the ground floor, and what the sensor itself is asked for.
public struct SensorConfiguration: Equatable, Sendable {
    /// Decoding of frames.
    public var decoder = DecoderConfiguration()
    /// Flows, defragmentation, reassembly.
    public var flow = FlowConfiguration()
    /// What is taken out of streams and datagrams.
    public var application = AppLayerConfiguration()
    /// False to look at no application layer at all: no protocols, transactions or objects.
    public var inspectsApplications = true
    /// True to send the bytes of each object along with its record.
    public var objectContent = false
    /// Bytes of what is scanned that are kept for `Inspector.takeUnits`, to measure rules on. 0.
    public var unitBudget = 0
    /// Scanning.
    public var scan = ScanConfiguration()
    /// True to send a `StreamRecord` with its digest for each direction of each TCP flow.
    public var streamRecords = false
    /// Which unit an address belongs to.
    public var networks = NetworkDirectory()

    /// The documented defaults.
    public init() {}
}
