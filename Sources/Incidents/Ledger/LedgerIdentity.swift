/// By what a file is recognised without reading it: as long as all of this is the same, so are its bytes.
///
/// Times are the file system's, and are only ever compared for being equal: a clock that was set back changes nothing.
/// The time of the last change of the inode is among them since it cannot be set: a file that was overwritten in place and
/// given its old date is another one.
public struct LedgerIdentity: Hashable, Sendable {
    /// The device it lies on.
    public var device: UInt64
    /// Its inode on that.
    public var inode: UInt64
    /// Its bytes.
    public var size: UInt64
    /// When its bytes were changed, in nanoseconds since 1970.
    public var modified: Int64
    /// When anything about it was changed, in nanoseconds since 1970.
    public var changed: Int64

    /// An identity from its parts.
    public init(device: UInt64, inode: UInt64, size: UInt64, modified: Int64, changed: Int64) {
        self.device = device
        self.inode = inode
        self.size = size
        self.modified = modified
        self.changed = changed
    }

    /// The identity of the regular file that a path leads to, over links; nil where there is none.
    public init?(at path: LedgerPath) {
        guard let found = LedgerSystem.identity(of: path) else { return nil }
        self = found
    }

    /// The identity of an open regular file: for a look before it is read and one after, so that a file that changed
    /// meanwhile is not taken for what was read. Nil for anything else.
    public init?(descriptor: Int32) {
        guard let found = LedgerSystem.identity(descriptor: descriptor) else { return nil }
        self = found
    }
}
