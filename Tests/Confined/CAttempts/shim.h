// What somebody would try who has taken a process over. Each returns 0 where it succeeded, else the system's error
// number, and undoes what it did.
#ifndef CATTEMPTS_SHIM_H
#define CATTEMPTS_SHIM_H
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static inline int cattempts_socket(int family, int type) {
    int descriptor = socket(family, type, 0);
    if (descriptor < 0) return errno;
    close(descriptor);
    return 0;
}

// A file that is no program, so that a process that may do this goes on: ENOEXEC or EACCES then, never EPERM.
static inline int cattempts_execute(void) {
    char *const none[] = {NULL};
    execve("/dev/null", none, none);
    return errno;
}

static inline int cattempts_fork(void) {
    pid_t child = (pid_t) syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
    if (child < 0) return errno;
    if (child == 0) _exit(0);
    waitpid(child, NULL, 0);
    return 0;
}

// A table of open files of its own is the one thing that may be unshared without a trace; the call is the same.
static inline int cattempts_unshare(void) {
    return syscall(SYS_unshare, 0x400) != 0 ? errno : 0;
}

// ESRCH where the call is let through: no process has this number.
static inline int cattempts_trace(void) {
    return ptrace(PTRACE_ATTACH, 0x3fffffff, NULL, NULL) != 0 ? errno : 0;
}

// ENODEV where the call is let through and the rights are there: no file system has this name.
static inline int cattempts_mount(void) {
    return mount("none", "/proc", "no-such-file-system", 0, NULL) != 0 ? errno : 0;
}

static inline int cattempts_become_root(void) {
    return syscall(SYS_setuid, 0) != 0 ? errno : 0;
}

static inline int cattempts_signal_other(void) {
    return kill(1, 0) != 0 ? errno : 0;
}

static inline int cattempts_map(int protection, int flags) {
    void *memory = mmap(NULL, 4096, protection, flags, -1, 0);
    if (memory == MAP_FAILED) return errno;
    munmap(memory, 4096);
    return 0;
}

static inline int cattempts_map_writable_code(void) {
    return cattempts_map(PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS);
}

static inline int cattempts_map_code(void) {
    return cattempts_map(PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS);
}

static inline int cattempts_make_code(void) {
    void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return errno;
    int code = mprotect(memory, 4096, PROT_READ | PROT_EXEC) != 0 ? errno : 0;
    munmap(memory, 4096);
    return code;
}

// ENOTTY where the call is let through: the descriptor is no terminal.
static inline int cattempts_type_into_terminal(int descriptor) {
    char key = ' ';
    return ioctl(descriptor, TIOCSTI, &key) != 0 ? errno : 0;
}

static inline int cattempts_limit(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_CORE, &limit) != 0) return -errno;
    return setrlimit(RLIMIT_CORE, &limit) != 0 ? errno : 0;
}

// A second filter could make calls lie. EFAULT where the call is let through: there is no program.
static inline int cattempts_filter(void) {
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, NULL) != 0 ? errno : 0;
}

// 0 where a character set can be loaded that is a file of its own, with code in it.
static inline int cattempts_character_set(void) {
    iconv_t converter = iconv_open("UTF-8", "KOI8-R");
    if (converter == (iconv_t) -1) return errno;
    iconv_close(converter);
    return 0;
}

// A connection to ourselves that waits to be accepted; the socket that listens, or -1. Both ends stay open.
static inline int cattempts_listen(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t length = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    int client = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(listener, (struct sockaddr *) &address, length) != 0 || listen(listener, 1) != 0) return -1;
    if (getsockname(listener, (struct sockaddr *) &address, &length) != 0) return -1;
    if (connect(client, (struct sockaddr *) &address, length) != 0) return -1;
    return send(client, "?", 1, 0) == 1 ? listener : -1;
}

// Serves the connection that waits, as a run that is asked for its counters does.
static inline int cattempts_serve(int listener) {
    char question = 0;
    int on = 1;
    int connection = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
    if (connection < 0) return errno;
    if (setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) != 0) return errno;
    if (recv(connection, &question, 1, 0) != 1 || send(connection, "!", 1, MSG_NOSIGNAL) != 1) return errno;
    if (shutdown(connection, SHUT_WR) != 0) return errno;
    return close(connection) != 0 ? errno : 0;
}

// What a capture socket is asked about its interface. ENOTTY where the call is let through: this is no socket.
static inline int cattempts_interface_state(void) {
    struct ifreq request = {.ifr_ifindex = 1};
    int file = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (ioctl(file, SIOCGIFNAME, &request) == 0 || errno != ENOTTY) return errno;
    int code = ioctl(file, SIOCGIFFLAGS, &request) != 0 ? errno : 0;
    close(file);
    return code;
}
#endif
