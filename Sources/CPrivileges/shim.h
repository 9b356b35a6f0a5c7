// The calls by which a Linux process gives up its rights. They are here because Swift sees neither variadic functions
// nor what the C library shows only with _GNU_SOURCE. Each returns 0, or the system's error number.
#ifndef CPRIVILEGES_SHIM_H
#define CPRIVILEGES_SHIM_H
#include <errno.h>
#include <linux/capability.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

// unistd.h and grp.h show these only with _GNU_SOURCE, which a module cannot define in time.
extern int setgroups(size_t size, const gid_t *list);
extern int setresgid(gid_t real, gid_t effective, gid_t saved);
extern int setresuid(uid_t real, uid_t effective, uid_t saved);
extern int getresgid(gid_t *real, gid_t *effective, gid_t *saved);
extern int getresuid(uid_t *real, uid_t *effective, uid_t *saved);

// Becomes a user for good: no supplementary groups, then the group, then the user, since each step but the last needs
// the rights that the last one takes away.
static inline int cprivileges_become(uid_t user, gid_t group) {
    if (setgroups(0, NULL) != 0) return errno;
    if (setresgid(group, group, group) != 0) return errno;
    return setresuid(user, user, user) != 0 ? errno : 0;
}

// True where the real, effective and saved user are all this one already.
static inline int cprivileges_is(uid_t user) {
    uid_t u[3];
    return getresuid(&u[0], &u[1], &u[2]) == 0 && u[0] == user && u[1] == user && u[2] == user;
}

// EPERM where any identity is left but the one given, or where root can be had back.
static inline int cprivileges_verify(uid_t user, gid_t group) {
    uid_t u[3];
    gid_t g[3];
    if (getresuid(&u[0], &u[1], &u[2]) != 0 || getresgid(&g[0], &g[1], &g[2]) != 0) return errno;
    for (int i = 0; i < 3; i++) {
        if (u[i] != user || g[i] != group) return EPERM;
    }
    if (getgroups(0, NULL) != 0) return EPERM;
    if (setresuid((uid_t) -1, 0, (uid_t) -1) == 0 || setresgid((gid_t) -1, 0, (gid_t) -1) == 0) return EPERM;
    return 0;
}

// Takes every capability out of the bounding set; capabilities(7). The kernel says with EINVAL where they end.
static inline int cprivileges_clear_bounding_set(void) {
    for (unsigned long capability = 0; capability < 64; capability++) {
        if (prctl(PR_CAPBSET_READ, capability, 0, 0, 0) < 0) return 0;
        if (prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0) return errno;
    }
    return 0;
}

// Empties the ambient set, then permitted, effective and inheritable of the calling thread. By its raw number, since
// libcap would be a library for one call.
static inline int cprivileges_clear_capabilities(void) {
    if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) != 0) return errno;
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {{0, 0, 0}, {0, 0, 0}};
    return syscall(SYS_capset, &header, none) != 0 ? errno : 0;
}

// From here on no program that is started gains rights, by set-user-ID bits or file capabilities.
static inline int cprivileges_forbid_new(void) {
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ? errno : 0;
}

// Constants that are macros with casts, or that sched.h shows only with _GNU_SOURCE.
enum {
    CPRIVILEGES_CLONE_VM = 0x00000100,
    CPRIVILEGES_CLONE_THREAD = 0x00010000,
    // New mount, cgroup, host name, IPC, user, process and network namespaces.
    CPRIVILEGES_CLONE_NEW = 0x7e020000,
};
#endif
