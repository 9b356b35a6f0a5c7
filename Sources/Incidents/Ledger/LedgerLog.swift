/// How far an event log is committed: the bytes before `offset` belong to files that are in the ledger.
///
/// A file is exactly once in the log if, in this order, its lines are written and flushed, `synced(path:)` has made them
/// lasting, and its entry is recorded with what that returned. After a crash `cut()` takes off what was written for
/// a file that never came to be recorded. Nobody else may write to such a log: his lines would be cut with the rest.
public struct LedgerLog: Hashable, Sendable {
    /// The path as it was given.
    public var path: LedgerPath
    /// The device it lies on.
    public var device: UInt64
    /// Its inode on that.
    public var inode: UInt64
    /// Bytes up to the end of the last committed line.
    public var offset: UInt64

    /// A position from its parts.
    public init(path: LedgerPath, device: UInt64, inode: UInt64, offset: UInt64) {
        self.path = path
        self.device = device
        self.inode = inode
        self.offset = offset
    }

    /// Makes what is in a log lasting, and says how far it goes. Throws `failed` where it is no regular file.
    public static func synced(path: LedgerPath) throws(LedgerError) -> LedgerLog {
        try LedgerSystem.synced(path)
    }

    /// Cuts the log back to `offset`, and makes that lasting; gives the bytes that went. Throws `logChanged` where the
    /// path leads to another file by now, or to one that is shorter than what was committed, and leaves that as it is.
    @discardableResult
    public func cut() throws(LedgerError) -> UInt64 {
        try LedgerSystem.cut(self)
    }
}
