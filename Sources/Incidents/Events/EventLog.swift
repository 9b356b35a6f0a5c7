import Glibc
import NetTypes

/// The event log on disk: every finding becomes a line, appended to a file through a buffer of 64 KiB.
///
/// A class, since it owns a file descriptor and a `FindingSink` may be copied; it belongs to one thread. A
/// disk that is full, or a reader that went away, never stops the inspection: the failure is remembered, what
/// could not be written is counted, and the next lines are tried again. `close()` reports it. The file then
/// holds whole lines and at most one torn one for each failure, never two glued together.
///
/// Lines reach the file when the buffer is full, or on `flush()`; a live sensor calls that once a second. The
/// process has to ignore SIGPIPE for a reader that goes away to be an error and not its end.
public final class EventLog: FindingSink {
    /// How lines are written. Exchange it between two savefiles to change where the next events come from.
    public var encoder: EventEncoder
    /// The path as it was given; `-` is standard output.
    public let path: String
    /// The first failure since the log was opened; nil while all went well.
    public private(set) var failure: EventLogError?
    /// Lines that did not reach the file.
    public private(set) var linesLost: UInt64 = 0
    /// Lines that did.
    public private(set) var linesWritten: UInt64 = 0

    private var file: LogFile?
    private var buffer: [UInt8] = []

    /// How many bytes are gathered before they are written.
    public static let capacity = 64 * 1024

    /// Opens a log: the file is created with mode 0640 (less the umask) when it is missing and appended to
    /// when it is not; `-` is standard output.
    public init(path: String, encoder: EventEncoder) throws(EventLogError) {
        self.path = path
        self.encoder = encoder
        file = try LogFile(path: path)
        buffer.reserveCapacity(Self.capacity + 4096)
    }

    deinit {
        // Whoever wants to know whether it went well has called close().
        flush()
    }

    /// Takes a finding; one without a place in the event log (a stream record) is let go.
    public func receive(_ finding: Finding) {
        guard encoder.append(finding, to: &buffer) else { return }
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= Self.capacity { flush() }
    }

    /// Takes a line that was made elsewhere, without a newline in it.
    public func receive(line: String) {
        buffer += line.utf8
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= Self.capacity { flush() }
    }

    /// Writes what is buffered.
    public func flush() {
        if buffer.isEmpty { return }
        let (count, code) = file?.write(buffer) ?? (0, EBADF)
        let lost = Self.lines(buffer[count...])
        linesLost += lost
        linesWritten += Self.lines(buffer[..<count])
        if code != 0 { remember(EventLogError(operation: .write, path: path, code: code)) }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes what is buffered to the old file, then opens the path anew: for a file that was rotated away
    /// (SIGHUP). When opening fails the old file stays in use. Standard output is left as it is.
    public func reopen() throws(EventLogError) {
        flush()
        let fresh = try LogFile(path: path)
        closeFile()
        file = consume fresh
    }

    /// Writes what is buffered and closes the file. Throws the first failure since the log was opened. Lines
    /// that come later are counted as lost.
    public func close() throws(EventLogError) {
        flush()
        closeFile()
        if let failure { throw failure }
    }

    private func closeFile() {
        guard let open = file.take() else { return }
        let code = open.close()
        if code != 0 { remember(EventLogError(operation: .close, path: path, code: code)) }
    }

    private func remember(_ error: EventLogError) {
        if failure == nil { failure = error }
    }

    private static func lines(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    }
}
