import Glibc

/// A user of this machine, as the system's databases know it; getpwnam(3).
struct Account: Equatable {
    /// The user's number.
    let user: uid_t
    /// The number of the user's primary group.
    let group: gid_t

    /// More than any entry of a user needs; an entry that is longer is refused with ERANGE.
    private static let entrySize = 65_536

    /// Looks a user up by name. Has to be done while files and sockets can be opened, since the answer may come from
    /// a directory service.
    init(named name: String) throws(PrivilegeError) {
        // A NUL would silently end the name early for the system.
        guard !name.isEmpty, !name.utf8.contains(0) else { throw .noSuchUser(name) }
        // Safe: the call fills the structure and the array, both of which outlive it. Of the structure only numbers are
        // read afterwards, of `found` only whether it is there.
        var entry = unsafe passwd()
        var text = [CChar](repeating: 0, count: Self.entrySize)
        var found: UnsafeMutablePointer<passwd>?
        let code = unsafe getpwnam_r(name, &entry, &text, Self.entrySize, &found)
        // "Not found" has many names; getpwnam_r(3) lists these.
        guard [0, ENOENT, ESRCH, EBADF, EPERM].contains(code) else { throw .refused(.lookUp, code: code) }
        guard unsafe found != nil else { throw .noSuchUser(name) }
        user = unsafe entry.pw_uid
        group = unsafe entry.pw_gid
    }
}
