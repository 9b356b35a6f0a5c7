/// Why a pipeline could not start.
public enum PipelineError: Error, Equatable, Sendable {
    /// There is no memory for a worker's scanner.
    case noScanner
    /// The system gave no thread; `code` is its error number.
    case noThread(code: Int32)
}
