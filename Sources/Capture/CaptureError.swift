/// What can be wrong with a source of frames, in the operator's world. `path` is as the operator gave it.
public enum CaptureError: Error, Equatable, Sendable {
    /// There is nothing at the path.
    case missing(path: String)
    /// It is there but cannot be read; `reason` is the system's word.
    case unreadable(path: String, reason: String)
    /// It can be read but is no savefile; `reason` says what it looks like.
    case notASavefile(path: String, reason: String)
    /// A folder that holds no savefile.
    case emptyFolder(path: String)
    /// A folder that frames cannot be recorded into; `reason` is the system's word.
    case unwritable(path: String, reason: String)
}
