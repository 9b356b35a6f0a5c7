import Glibc
import NetTypes

/// What the ledger asks of the file system, by names that are bytes.
///
/// Unsafe code here is confined to one call each: the system reads a name or bytes from an array that Swift keeps alive
/// for the call, never beyond its count, and fills in a structure or an array of ours.
enum LedgerSystem {
    /// The identity of the regular file that a path leads to; nil where there is none.
    static func identity(of path: LedgerPath) -> LedgerIdentity? {
        var status = stat()
        let result = unsafe name(path) { name in unsafe fstatat(AT_FDCWD, name, &status, 0) }
        return result == 0 ? identity(status) : nil
    }

    /// The identity of an open regular file.
    static func identity(descriptor: Int32) -> LedgerIdentity? {
        var status = stat()
        return unsafe fstat(descriptor, &status) == 0 ? identity(status) : nil
    }

    private static func identity(_ status: stat) -> LedgerIdentity? {
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        return LedgerIdentity(
            device: UInt64(status.st_dev), inode: UInt64(status.st_ino),
            size: UInt64(clamping: status.st_size), modified: nanoseconds(status.st_mtim),
            changed: nanoseconds(status.st_ctim))
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Timestamp(seconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec)).nanoseconds
    }

    /// Runs a call with the name as the system wants it; -1 with `EINVAL` where a zero would end it early.
    private static func name(_ path: LedgerPath, _ call: (UnsafePointer<CChar>) -> Int32) -> Int32 {
        guard !path.bytes.contains(0) else {
            errno = EINVAL
            return -1
        }
        let text = path.bytes.map { CChar(bitPattern: $0) } + [0]
        return unsafe text.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return -1 }
            return unsafe call(start)
        }
    }

    /// Opens a file; its descriptor, or -1 with the reason in `errno`.
    static func open(_ path: LedgerPath, _ flags: Int32) -> Int32 {
        unsafe name(path) { name in unsafe Glibc.open(name, flags | O_CLOEXEC | O_NOCTTY, 0o640) }
    }

    /// Makes a file with mode 0640 (less the umask) unless it is there; its name is on the disk afterwards.
    static func create(_ path: LedgerPath) throws(LedgerError) {
        let file = open(path, O_RDWR | O_CREAT | O_EXCL)
        if file < 0, errno == EEXIST { return }
        guard file >= 0 else { throw .cannotOpen(path: path.description, reason: LogFile.message(errno)) }
        close(file)
        let end = path.bytes.lastIndex(of: UInt8(ascii: "/"))
        let folder = open(
            end.map { LedgerPath(bytes: Array(path.bytes[...$0])) } ?? LedgerPath("."), O_RDONLY | O_DIRECTORY
        )
        guard folder >= 0 else { return }
        _ = fsync(folder)
        close(folder)
    }

    /// The first bytes of an open file.
    static func head(_ descriptor: Int32, _ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let read = unsafe pread(descriptor, &bytes, count, 0)
        return Array(bytes.prefix(max(read, 0)))
    }

    /// Puts bytes in the place of all that is in an open file; nobody depends on them.
    static func replace(_ descriptor: Int32, _ bytes: [UInt8]) {
        _ = ftruncate(descriptor, 0)
        _ = unsafe pwrite(descriptor, bytes, bytes.count, 0)
    }

    /// Makes a log lasting, and says how far it goes.
    static func synced(_ path: LedgerPath) throws(LedgerError) -> LedgerLog {
        let file = open(path, O_RDONLY | O_NONBLOCK)
        defer { if file >= 0 { close(file) } }
        guard file >= 0, fsync(file) == 0 else {
            throw .cannotOpen(path: path.description, reason: LogFile.message(errno))
        }
        guard let found = identity(descriptor: file) else { throw .logChanged(path: path) }
        return LedgerLog(path: path, device: found.device, inode: found.inode, offset: found.size)
    }

    /// Cuts a log back; gives the bytes that went.
    static func cut(_ log: LedgerLog) throws(LedgerError) -> UInt64 {
        let file = open(log.path, O_WRONLY | O_NONBLOCK)
        defer { if file >= 0 { close(file) } }
        guard file >= 0 else {
            throw .cannotOpen(path: log.path.description, reason: LogFile.message(errno))
        }
        guard let found = identity(descriptor: file), found.device == log.device, found.inode == log.inode,
            found.size >= log.offset
        else { throw .logChanged(path: log.path) }
        guard ftruncate(file, off_t(clamping: log.offset)) == 0, fsync(file) == 0 else {
            throw .failed(reason: LogFile.message(errno))
        }
        return found.size - log.offset
    }
}
