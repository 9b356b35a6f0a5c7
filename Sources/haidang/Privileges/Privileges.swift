import CPrivileges
import Foundation
import Glibc

/// Gives up what a live run no longer needs once everything is open: its user, its groups, its capabilities.
///
/// Capture sockets, logs and rules stay usable, since the system asks for rights when something is opened and not
/// when it is read. What cannot be had any more is a new capture socket.
enum Privileges {
    /// True when the process runs as root and nobody said whom to become: worth a warning.
    static func staysRoot(user: String?) -> Bool { user == nil && geteuid() == 0 }

    /// Becomes `user`, with its primary group and no other, and gives up every capability; nil keeps the user.
    ///
    /// Root without a user to become keeps its capabilities as well, since without them it could not even write into
    /// folders of others; everybody else loses them. Programs that are started gain no rights, in every case.
    ///
    /// Must be called before the first thread is started: capabilities belong to threads, and a thread that is there
    /// already would keep its own.
    static func drop(to user: String?) throws(PrivilegeError) {
        precondition(threads == 1, "rights are given up before the first thread is started")
        let staysRoot = staysRoot(user: user)
        if let user {
            let account = try Account(named: user)
            guard account.user != 0 else { throw .isRoot(user) }
            // Only root may do this. Anybody else has no rights that the set could give back, so a refusal is no error.
            _ = cprivileges_clear_bounding_set()
            if cprivileges_is(account.user) == 0 {
                try check(.identity, cprivileges_become(account.user, account.group))
                try check(.verification, cprivileges_verify(account.user, account.group))
            }
        }
        if !staysRoot { try check(.capabilities, cprivileges_clear_capabilities()) }
        try check(.noNewPrivileges, cprivileges_forbid_new())
    }

    private static func check(_ step: PrivilegeError.Step, _ code: Int32) throws(PrivilegeError) {
        if code != 0 { throw .refused(step, code: code) }
    }

    /// The threads of this process; 1 where the system does not say.
    private static var threads: Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count) ?? 1
    }
}
