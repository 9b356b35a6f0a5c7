/// A share that a client has connected to (MS-SMB2 section 2.2.10).
struct SMBShare {
    /// Which one it is among those of the connection. The server chooses the number of a tree.
    struct Key: Hashable {
        /// 0 in SMB1.
        let session: UInt64
        let tree: UInt32
    }

    /// The path that was asked for.
    var name: String
    /// True for what holds no files: pipes and printers.
    var isPipe: Bool
}
