/// The procedures of version 3 (RFC 1813 section 3.3).
enum NFSProcedure: UInt32 {
    case null, getattr, setattr, lookup, access, readlink, read, write, create, mkdir, symlink, mknod, remove
    case rmdir, rename, link, readdir, readdirplus, fsstat, fsinfo, pathconf, commit

    /// The name in the event log.
    var name: String {
        switch self {
        case .null: "NULL"
        case .getattr: "GETATTR"
        case .setattr: "SETATTR"
        case .lookup: "LOOKUP"
        case .access: "ACCESS"
        case .readlink: "READLINK"
        case .read: "READ"
        case .write: "WRITE"
        case .create: "CREATE"
        case .mkdir: "MKDIR"
        case .symlink: "SYMLINK"
        case .mknod: "MKNOD"
        case .remove: "REMOVE"
        case .rmdir: "RMDIR"
        case .rename: "RENAME"
        case .link: "LINK"
        case .readdir: "READDIR"
        case .readdirplus: "READDIRPLUS"
        case .fsstat: "FSSTAT"
        case .fsinfo: "FSINFO"
        case .pathconf: "PATHCONF"
        case .commit: "COMMIT"
        }
    }

    /// True for those that each get an event: what changes or names files. Of reads and writes there is one event
    /// for each file, and of attributes none, as they are most of the traffic and say little.
    var isReported: Bool {
        switch self {
        case .lookup, .create, .mkdir, .symlink, .mknod, .remove, .rmdir, .rename, .link, .readdir,
            .readdirplus:
            true
        case .null, .getattr, .setattr, .access, .readlink, .read, .write, .fsstat, .fsinfo, .pathconf,
            .commit:
            false
        }
    }
}
