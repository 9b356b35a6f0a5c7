/// What an operator should hear of a recording. Files are named without their folder.
public enum RecordingNotice: Equatable, Sendable {
    /// Nothing is recorded from here on; the reason is the system's word.
    case stopped(reason: String)
    /// Frames are recorded again; so many were lost meanwhile.
    case resumed(lost: UInt64)
    /// A file is complete. One without an index, since that could not be written, is read whole by a search.
    case finished(file: String, frames: UInt64, bytes: UInt64, isIndexed: Bool)
    /// A file was removed to stay under the limit; the bytes are those of its index too.
    case removed(file: String, bytes: UInt64)
}
