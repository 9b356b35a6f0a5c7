import Glibc
import NetTypes

/// The ledger held for one run: a lock on a file beside it, which the kernel takes off when the process ends, however.
///
/// The file stays when the lock goes, or two runs might hold two files of one name. What is in it, the number of the process
/// and the time, is only for the one who is refused.
final class LedgerHold: Sendable {
    private let descriptor: Int32

    /// Takes the lock. Throws `held` where somebody else has it.
    init(path: String, since: Timestamp) throws(LedgerError) {
        let opened = LedgerSystem.open(LedgerPath(path), O_RDWR | O_CREAT | O_NOFOLLOW)
        guard opened >= 0 else { throw .cannotOpen(path: path, reason: LogFile.message(errno)) }
        while flock(opened, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            if code == EINTR { continue }
            let holder = Self.holder(LedgerSystem.head(opened, Self.longest))
            close(opened)
            throw code == EWOULDBLOCK
                ? .held(byPID: holder.process, since: holder.since)
                : .cannotOpen(path: path, reason: LogFile.message(code))
        }
        LedgerSystem.replace(opened, Array("\(getpid()) \(since.nanoseconds)\n".utf8))
        descriptor = opened
    }

    /// Throws `held` where somebody has the lock, without making anything. The look itself takes it for a moment, with others
    /// who look; whoever wants to hold it in that moment is refused.
    static func look(path: String) throws(LedgerError) {
        let opened = LedgerSystem.open(LedgerPath(path), O_RDWR | O_NOFOLLOW)
        if opened < 0, errno == ENOENT { return }
        guard opened >= 0 else { throw .cannotOpen(path: path, reason: LogFile.message(errno)) }
        defer { close(opened) }
        guard flock(opened, LOCK_SH | LOCK_NB) != 0 else { return }
        guard errno == EWOULDBLOCK else { throw .cannotOpen(path: path, reason: LogFile.message(errno)) }
        let holder = Self.holder(LedgerSystem.head(opened, Self.longest))
        throw .held(byPID: holder.process, since: holder.since)
    }

    deinit { close(descriptor) }

    /// The most bytes that are read of what a holder says.
    private static let longest = 64

    private static func holder(_ bytes: [UInt8]) -> (process: Int32?, since: Timestamp?) {
        let words = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }
        guard words.count == 2 else { return (nil, nil) }
        return (Int32(words[0]), Int64(words[1]).map { Timestamp(nanoseconds: $0) })
    }
}
