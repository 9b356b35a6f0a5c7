import Capture
import Sensor

/// What a live run can be told.
struct LiveSettings: Equatable, Sendable {
    /// Interfaces, by name.
    var interfaces: [String] = []
    /// A BPF filter for all of them; empty for none.
    var filter = ""
    /// How interfaces are opened.
    var capture = LiveConfiguration()
    /// Capture threads for each interface; with more than one the kernel shares its frames among them.
    var captureThreads = 1
    /// Workers; 0 for one less than there are processors, and at least one.
    var workers = 0
    /// Rings and mailbox.
    var pipeline = PipelineConfiguration()
    /// The user to become once everything is open; empty to stay.
    var user = ""
    /// Where metrics are served; empty for nowhere.
    var metrics = ""
    /// True to look for changed rule files and load them.
    var watchesRules = false
    /// Seconds between two `stats` events.
    var statisticsInterval = 60
    /// Seconds after which the run ends; 0 for never.
    var duration = 0
    /// The folder to record into; empty for none.
    var recordingFolder = ""
    /// Bytes after which a recorded file ends.
    var recordingFileSize = Int(RecordingConfiguration().fileSize)
    /// Seconds of capture time after which a recorded file ends.
    var recordingFileTime = RecordingConfiguration().fileTime
    /// Bytes that the folder may take; the oldest files go. 0 for no limit.
    var recordingLimit = Int(RecordingConfiguration().limit ?? 0)
    /// How recorded files are compressed.
    var recordingCompression = RecordingConfiguration.Compression.none

    /// The documented defaults.
    init() {}

    /// How the recording is made.
    var recording: RecordingConfiguration {
        var recording = RecordingConfiguration()
        recording.fileSize = UInt64(max(0, recordingFileSize))
        recording.fileTime = recordingFileTime
        recording.limit = recordingLimit > 0 ? UInt64(recordingLimit) : nil
        recording.compression = recordingCompression
        recording.application = "haidang \(Version.number)"
        return recording
    }
}
