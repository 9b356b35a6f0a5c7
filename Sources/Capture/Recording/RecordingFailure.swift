/// Why something could not be written. It never leaves this room: `Recording` turns it into a notice.
struct RecordingFailure: Error, Equatable {
    /// The system's word.
    var reason: String
}
