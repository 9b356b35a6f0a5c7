import Foundation

/// A terminal without a screen: what a program shows on it can be read.
final class PseudoTerminal {
    /// The program's end. Whoever has started the program closes it, so that the end of the program is the end of the text.
    let program: FileHandle
    private let screen: Int32

    /// What has been shown so far, control characters and all.
    private(set) var text = ""

    /// No terminal can be made.
    struct Failure: Error {}

    /// Requests of ioctl_tty(2) that C has as macros: to unlock the program's end, and to tell its number.
    private static let unlock: UInt = 0x4004_5431
    private static let askNumber: UInt = 0x8004_5430

    /// A terminal of so many columns.
    init(columns: UInt16) throws {
        // The path outlives the call; the others read or fill the number or structure they are given and keep no pointer.
        screen = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (lock, number): (Int32, UInt32) = (0, 0)
        guard screen >= 0, unsafe ioctl(screen, Self.unlock, &lock) == 0,
            unsafe ioctl(screen, Self.askNumber, &number) == 0,
            let program = FileHandle(forUpdatingAtPath: "/dev/pts/\(number)")
        else { throw Failure() }
        self.program = program
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard unsafe ioctl(screen, UInt(TIOCSWINSZ), &size) == 0 else { throw Failure() }
    }

    deinit { close(screen) }

    /// Waits for more to be shown; false once the program has ended.
    func read() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 4096)
        // No more is written than the buffer has.
        let count = unsafe bytes.withUnsafeMutableBytes {
            unsafe Glibc.read(screen, $0.baseAddress, $0.count)
        }
        if count > 0 { text += String(decoding: bytes.prefix(count), as: UTF8.self) }
        return count > 0 || (count < 0 && errno == EINTR)
    }
}
