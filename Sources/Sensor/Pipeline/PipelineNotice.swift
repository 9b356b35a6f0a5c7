import Capture

/// What the people of a live run should hear, in the order it happened.
public enum PipelineNotice: Equatable, Sendable {
    /// No frames come from an interface any more; the others go on.
    case interfaceLost(CaptureError)
    /// An interface is back.
    case interfaceBack(interface: String)
    /// A savefile has been read; with the SHA-256 of the file where it was opened to be hashed, and was read whole.
    case savefileRead(SavefileVerdict, content: [UInt8]?)
    /// Something happened to the recording.
    case recording(RecordingNotice)
    /// A worker could not take the new rules and goes on with the old ones.
    case rulesRefused
}
