import Foundation
import Glibc

/// A file descriptor that is written to until everything is out.
struct Descriptor: Sendable {
    /// The number the system gave it.
    let number: Int32

    /// Standard output.
    static let output = Descriptor(number: STDOUT_FILENO)
    /// Standard error.
    static let error = Descriptor(number: STDERR_FILENO)

    /// True when a person sits at the other end.
    var isTerminal: Bool { isatty(number) == 1 }

    /// Columns of the terminal; nil when there is none or it does not say.
    var columns: Int? {
        guard isTerminal else { return nil }
        if let given = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), given > 0 {
            return given
        }
        return window.flatMap { $0.columns > 0 ? $0.columns : nil }
    }

    /// Columns and lines of the terminal's window as it is now, whatever the environment said at the start.
    var window: (columns: Int, rows: Int)? {
        // Rows and columns, then the same in pixels; ioctl_tty(2). Not `winsize`, which several doors declare.
        var size: (rows: UInt16, columns: UInt16, UInt16, UInt16) = (0, 0, 0, 0)
        // Safe: the call fills the structure it is given and keeps no pointer to it.
        let asked = unsafe ioctl(number, UInt(TIOCGWINSZ), &size)
        return asked == 0 ? (Int(size.columns), Int(size.rows)) : nil
    }

    /// Writes all bytes; the system's error number when that fails, else nil. A signal does not cut it short.
    func write(_ bytes: [UInt8]) -> Int32? {
        var done = 0
        while done < bytes.count {
            // Safe: the pointer lives only inside the closure, and `done` is below the count.
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(number, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
            }
            if written >= 0 {
                done += written
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }
}
