/// Why the event log could not be written.
public struct EventLogError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was being done.
    public var operation: Operation
    /// The log's path as it was given; `-` is standard output.
    public var path: String
    /// The system's error number (`errno`).
    public var code: Int32

    /// An error from its parts.
    public init(operation: Operation, path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// What can fail.
    public enum Operation: String, Sendable {
        /// Opening or creating the file.
        case open
        /// Writing to it, or making what was written lasting.
        case write
        /// Closing it: some file systems report a full disk only then.
        case close
    }

    /// One sentence in English with the system's own words for the error.
    public var description: String {
        "cannot \(operation.rawValue) event log \(path): \(LogFile.message(code))"
    }
}
