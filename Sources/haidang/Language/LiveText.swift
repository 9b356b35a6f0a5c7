import Sensor

/// What a live run says.
enum LiveText: Text {
    /// No interface was named.
    case noInterface
    /// It runs.
    case started
    /// Something happened to a source, the recording or a worker.
    case notice(PipelineNotice)
    /// Other rules are at work.
    case rulesReplaced(count: Int, leftOut: Int)
    /// The rules could not be loaded again; the old ones go on.
    case rulesKept(reason: String)
    /// The event log could not be opened again; the old file goes on.
    case notReopened(path: String, reason: String)
}
