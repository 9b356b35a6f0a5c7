/// What and which file or folder is behind a path.
struct FileIdentity: Hashable {
    /// The kinds that matter when looking for savefiles.
    enum Kind {
        case folder
        case file
        case other
    }

    let kind: Kind
    let device: UInt64
    let inode: UInt64
}
