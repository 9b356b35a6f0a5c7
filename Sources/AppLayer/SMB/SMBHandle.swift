/// The handle of an open file: FileId in SMB2 (MS-SMB2 section 2.2.14.1), FID in SMB1.
struct SMBHandle: Hashable {
    /// 0 in SMB1, where a FID belongs to the connection.
    var session: UInt64
    var tree: UInt32
    var persistent: UInt64
    var volatile: UInt64

    /// True for the FileId that means the file of the message before.
    var isPrevious: Bool { persistent == .max && volatile == .max }

    /// The FileId of a message of SMB2.
    init?(_ bytes: SMBBytes, _ offset: Int, session: UInt64, tree: UInt32) {
        guard let persistent = bytes.quad(offset), let volatile = bytes.quad(offset + 8) else { return nil }
        self.session = session
        self.tree = tree
        self.persistent = persistent
        self.volatile = volatile
    }

    /// A FID of SMB1.
    init(fid: UInt16, tree: UInt16) {
        session = 0
        self.tree = UInt32(tree)
        persistent = UInt64(fid)
        volatile = 0
    }
}
