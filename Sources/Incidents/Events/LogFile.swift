import Glibc

/// The owner of a log's file descriptor, and the only code of this room that calls the system with pointers.
///
/// Unsafe code here is of two kinds, both confined to one call: the system reads from an array or a string
/// that Swift keeps alive for that call, never beyond its count; and it returns a C string that is copied at
/// once.
struct LogFile: ~Copyable {
    private let descriptor: Int32
    private let isOwned: Bool
    /// True when the last byte in the file is not the end of a line: a write was cut short, now or in an
    /// earlier run, and the next line must not be glued to it.
    private(set) var endsInsideLine: Bool

    /// Opens a file for appending, creating it with mode 0640 (less the umask); `-` is standard output.
    /// Throws the system's error number.
    init(path: String) throws(EventLogError) {
        if path == "-" {
            descriptor = STDOUT_FILENO
            isOwned = false
            endsInsideLine = false
            return
        }
        // A NUL would silently end the path early for the system.
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY
        let opened = path.utf8.contains(0) ? -1 : unsafe open(path, flags, 0o640)
        guard opened >= 0 else {
            let code = path.utf8.contains(0) ? EINVAL : errno
            throw EventLogError(operation: .open, path: path, code: code)
        }
        descriptor = opened
        isOwned = true
        endsInsideLine = Self.isTorn(path)
    }

    deinit {
        if isOwned { _ = Glibc.close(descriptor) }
    }

    /// Writes all of `bytes`, whole lines each. Returns how many bytes were written and the system's error
    /// number, 0 when that is all of them. Blocks while the other end of a pipe does not read, 5 seconds at
    /// most where the descriptor is non-blocking.
    mutating func write(_ bytes: [UInt8]) -> (count: Int, code: Int32) {
        if endsInsideLine {
            let (count, code) = writeAll([Self.newline])
            if count == 0 { return (0, code) }
            endsInsideLine = false
        }
        let (count, code) = writeAll(bytes)
        if count > 0 { endsInsideLine = bytes[count - 1] != Self.newline }
        return (count, code)
    }

    private func writeAll(_ bytes: [UInt8]) -> (count: Int, code: Int32) {
        var written = 0
        while written < bytes.count {
            let result = unsafe bytes[written...].withUnsafeBytes { rest in
                unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
            }
            if result > 0 {
                written += result
            } else if result == 0 {
                return (written, EIO)  // No progress and no reason: giving up beats trying for ever.
            } else if errno == EAGAIN, waitUntilWritable() {
                continue
            } else if errno != EINTR {
                return (written, errno)
            }
        }
        return (written, 0)
    }

    private func waitUntilWritable() -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        let ready = unsafe poll(&request, 1, 5000)
        if ready == 0 { errno = EAGAIN }
        return ready > 0
    }

    /// Closes the file; standard output stays open. Returns the system's error number, 0 for none.
    consuming func close() -> Int32 {
        let code = isOwned && Glibc.close(descriptor) != 0 ? errno : 0
        discard self
        return code
    }

    /// True when a regular file at `path` has bytes and the last is no newline. A file that may be written
    /// but not read counts as whole.
    private static func isTorn(_ path: String) -> Bool {
        let reader = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard reader >= 0 else { return false }
        defer { _ = Glibc.close(reader) }
        let size = lseek(reader, 0, SEEK_END)
        var last: [UInt8] = [newline]
        guard size > 0, unsafe pread(reader, &last, 1, size - 1) == 1 else { return false }
        return last != [newline]
    }

    /// The system's words for an error number.
    static func message(_ code: Int32) -> String {
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }

    private static let newline = UInt8(ascii: "\n")
}
