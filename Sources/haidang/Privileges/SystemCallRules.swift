import CPrivileges
import Glibc

/// What a live run calls once everything is open, and nothing else. Everything that is not here is refused.
///
/// Files may be opened: logs and recordings rotate, and rules are read again; which files is a matter of the user
/// that the process runs as. There is no new socket (but for sinks), no new program, no new process, no other process's memory, and
/// no memory that is both written and run.
enum SystemCallRules {
    /// All rules for the process that asks; `process` is its number. With `connects` it may speak to others.
    static func all(process: pid_t, connects: Bool) -> [SystemCallRule] {
        let plain = [files, memory, threads, events, signals, time, network, identity].joined()
        return plain.map { SystemCallRule(name: $0) } + conditional(process: process)
            + (connects ? connecting : [])
    }

    /// Calls that open a connection, by name too: internet and local sockets, and those by which the C library asks which
    /// addresses this machine has. No packet sockets: what is captured was settled before.
    private static let connecting: [SystemCallRule] =
        [AF_INET, AF_INET6, AF_UNIX, AF_NETLINK].map {
            SystemCallRule(name: "socket", arguments: [.int(0, is: $0)])
        }
        + ["bind", "connect", "sendmmsg", "sendmsg", "socketpair"].map {
            SystemCallRule(name: $0)
        }
        + [IPPROTO_IP, IPPROTO_IPV6].map {
            SystemCallRule(name: "setsockopt", arguments: [.int(1, is: Int32($0))])
        }
        + [FIONREAD, TIOCOUTQ].map { SystemCallRule(name: "ioctl", arguments: [.int(1, is: Int32($0))]) }

    /// Calls that answer ENOSYS, "not there", so that the C library takes the older call, whose arguments are in
    /// registers where a filter sees them. The arguments of this one are in memory.
    static let absent = ["clone3"]

    private static let files = [
        "access", "close", "close_range", "dup", "dup2", "dup3", "faccessat", "faccessat2", "fadvise64",
        "fallocate",
        "fcntl", "fdatasync", "flock", "fstat", "fstatfs", "fsync", "ftruncate", "getcwd", "getdents64",
        "lseek",
        "lstat", "mkdir", "mkdirat", "newfstatat", "open", "openat", "pipe2", "pread64", "preadv", "pwrite64",
        "pwritev", "read", "readlink", "readlinkat", "readv", "rename", "renameat", "renameat2", "stat",
        "statfs",
        "statx", "sync_file_range", "umask", "unlink", "unlinkat", "write", "writev",
    ]

    private static let memory = ["brk", "madvise", "mincore", "mremap", "munmap"]

    private static let threads = [
        "exit", "exit_group", "futex", "get_robust_list", "membarrier", "rseq", "sched_get_priority_max",
        "sched_get_priority_min", "sched_getaffinity", "sched_getparam", "sched_getscheduler", "sched_yield",
        "set_robust_list",
    ]

    /// How a thread waits for several things: the database's queues do.
    private static let events = [
        "epoll_create1", "epoll_ctl", "epoll_pwait", "epoll_wait", "eventfd2", "timerfd_create",
        "timerfd_settime",
    ]

    private static let signals = [
        "pause", "restart_syscall", "rt_sigaction", "rt_sigpending", "rt_sigprocmask", "rt_sigreturn",
        "rt_sigsuspend", "rt_sigtimedwait", "sigaltstack",
    ]

    private static let time = [
        "clock_getres", "clock_gettime", "clock_nanosleep", "gettimeofday", "nanosleep", "time",
    ]

    /// A socket that listens goes on answering, and the capture sockets go on being read.
    private static let network = [
        "accept", "accept4", "getpeername", "getsockname", "getsockopt", "poll", "ppoll", "pselect6",
        "recvfrom",
        "recvmsg", "sendto", "shutdown",
    ]

    private static let identity = [
        "getegid", "geteuid", "getgid", "getpid", "getrandom", "getrusage", "gettid", "getuid", "sysinfo",
        "uname",
    ]

    /// Calls that are allowed in one way and not in another.
    private static func conditional(process: pid_t) -> [SystemCallRule] {
        let thread = CPRIVILEGES_CLONE_VM | CPRIVILEGES_CLONE_THREAD
        let newThread = SystemCallRule.Argument(
            index: 0, mask: UInt64(thread | CPRIVILEGES_CLONE_NEW), value: UInt64(thread))
        return [
            // A thread, but no process and no namespace.
            SystemCallRule(name: "clone", arguments: [newThread]),
            // Memory is written or run, never both. Code comes from files only: character sets are loaded when a mail
            // first names them.
            SystemCallRule(name: "mmap", arguments: [.without(PROT_EXEC, 2)]),
            SystemCallRule(name: "mmap", arguments: [.without(PROT_WRITE, 2), .without(MAP_ANONYMOUS, 3)]),
            SystemCallRule(name: "mprotect", arguments: [.without(PROT_EXEC, 2)]),
            // Is it a terminal, and how wide? Putting keys into a terminal is an `ioctl`, too.
            SystemCallRule(name: "ioctl", arguments: [.int(1, is: Int32(TCGETS))]),
            SystemCallRule(name: "ioctl", arguments: [.int(1, is: Int32(TIOCGWINSZ))]),
            // Is the interface of a capture socket there, and up?
            SystemCallRule(name: "ioctl", arguments: [.int(1, is: Int32(SIOCGIFNAME))]),
            SystemCallRule(name: "ioctl", arguments: [.int(1, is: Int32(SIOCGIFFLAGS))]),
            // Timeouts and the like of connections; nothing of packet sockets, which are set up by now.
            SystemCallRule(name: "setsockopt", arguments: [.int(1, is: SOL_SOCKET)]),
            SystemCallRule(name: "setsockopt", arguments: [.int(1, is: Int32(IPPROTO_TCP))]),
            // Limits are asked, not changed, and only our own.
            SystemCallRule(name: "prlimit64", arguments: [.int(0, is: 0), .null(2)]),
            // Signals to ourselves: what `abort` and `raise` send.
            SystemCallRule(name: "tgkill", arguments: [.int(0, is: process)]),
            // A thread gives itself a name.
            SystemCallRule(name: "prctl", arguments: [.int(0, is: PR_SET_NAME)]),
        ]
    }
}
