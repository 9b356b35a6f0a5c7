import CSeccomp
import Glibc

/// Keeps this process, all its threads, to the system calls of `SystemCallRules`; seccomp(2), by libseccomp.
///
/// A call that is refused fails with EPERM. Killing the process instead would turn a call that somebody forgot to list
/// into the end of monitoring, at a moment that traffic may choose (a character set that no mail has named before). An
/// error number is told, and the run goes on; whoever has taken the process over gets no further either way. Calls by
/// the numbers of another architecture do kill, since nothing honest makes them.
enum SystemCallFilter {
    /// Installs the filter, for good. Sets no-new-privileges, without which only root could.
    ///
    /// With `connects` the process may open sockets to others, as sinks have to when a receiver comes back.
    static func install(connects: Bool = false) throws(PrivilegeError) {
        // The macro SCMP_ACT_ERRNO cannot be imported: its value is this number and the error's in the low half.
        guard let filter = unsafe seccomp_init(refuse | UInt32(EPERM)) else {
            throw .refused(.filter, code: ENOMEM)
        }
        // Safe: the filter is made here, used here, and freed here; the names are strings that live for each call.
        defer { unsafe seccomp_release(filter) }
        try check(unsafe seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1))
        for name in SystemCallRules.absent {
            try unsafe add(SystemCallRule(name: name), refuse | UInt32(ENOSYS), to: filter)
        }
        for rule in SystemCallRules.all(process: getpid(), connects: connects) {
            try unsafe add(rule, UInt32(SCMP_ACT_ALLOW), to: filter)
        }
        try check(unsafe seccomp_load(filter))
    }

    private static let refuse: UInt32 = 0x0005_0000

    private static func add(
        _ rule: SystemCallRule, _ action: UInt32, to filter: scmp_filter_ctx
    ) throws(PrivilegeError) {
        let number = unsafe seccomp_syscall_resolve_name(rule.name)
        // Negative numbers stand for calls that this architecture, or this libseccomp, does not have.
        guard number >= 0 else { return }
        let arguments = rule.arguments.map {
            scmp_arg_cmp(arg: $0.index, op: SCMP_CMP_MASKED_EQ, datum_a: $0.mask, datum_b: $0.value)
        }
        let code = unsafe arguments.withUnsafeBufferPointer { buffer in
            unsafe seccomp_rule_add_array(filter, action, number, UInt32(buffer.count), buffer.baseAddress)
        }
        try check(code)
    }

    /// libseccomp returns the negative of an error number.
    private static func check(_ code: Int32) throws(PrivilegeError) {
        if code < 0 { throw .refused(.filter, code: -code) }
    }
}
