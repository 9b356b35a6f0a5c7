/// What the messages of one record have in common: a related one has the session, tree and file of the one before
/// it (MS-SMB2 section 3.2.4.1.4).
struct SMBChain {
    /// Messages begun.
    var count = 0
    var session: UInt64 = 0
    var tree: UInt32 = 0
    var file: SMBOpenFile?
    /// Messages of one record that are looked at. Clients send two to four.
    static let longest = 64
}
