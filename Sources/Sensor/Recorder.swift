import Capture
import NetTypes
import Wire

/// Records frames to files and remembers in their indexes which flows they belong to. `RecordingReader` finds them.
///
/// No thread, no clock: time is the frames' own, and the calling thread writes to the disk. Nothing throws after the
/// start; what cannot be written is counted as lost.
public struct Recorder: ~Copyable {
    private var flows: FlowNamer
    private var recording: Recording

    /// Begins to record into a folder, which is made if need be; interfaces are those that frames name by number, in
    /// that order. `decoder` should be what flows are otherwise decoded with, since it decides what a flow is.
    ///
    /// Files that an earlier recording left without an index get one, which reads them. Throws `missing`,
    /// `unreadable`, or `unwritable` when the folder cannot be made or another program records into it.
    public init(
        folder: String, _ configuration: RecordingConfiguration = RecordingConfiguration(),
        interfaces: [RecordingInterface], decoder: DecoderConfiguration = DecoderConfiguration()
    ) throws(CaptureError) {
        var earlier = FlowNamer(decoder)
        recording = try Recording(folder: folder, configuration, interfaces: interfaces) {
            earlier.digest($0, $1)
        }
        flows = FlowNamer(decoder)
    }

    /// Records one frame; its bytes are copied.
    public mutating func take(_ header: FrameHeader, _ bytes: Span<UInt8>) {
        recording.record(header, bytes, flow: flows.digest(header, bytes))
    }

    /// What was lost of an interface before it came to be recorded, since the capture began; files say it at their ends.
    public mutating func note(_ lost: RecordingLosses, of interface: Int) {
        recording.note(lost, of: interface)
    }

    /// Moves capture time on when no frames come: writes what is due, ends files whose time is over, and tries again
    /// after a failure. Call it about once a second.
    public mutating func advance(to time: Timestamp) {
        recording.advance(to: time)
    }

    /// Writes what is in memory: for when no frames come.
    public mutating func flush() {
        recording.flush()
    }

    /// Writes what is in memory, and ends the file.
    public mutating func finish() {
        recording.finish()
    }

    /// Every counter as it stands.
    public var statistics: RecordingStatistics { recording.statistics }

    /// Pieces of datagrams that came before the one that names their flow; they are recorded, and found by none.
    public var unplacedFragments: UInt64 { flows.unplaced }

    /// What an operator should hear of that happened since the last call.
    public mutating func takeNotices() -> [RecordingNotice] { recording.takeNotices() }
}
