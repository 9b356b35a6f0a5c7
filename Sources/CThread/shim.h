#include <sys/prctl.h>

// Swift cannot call the variadic `prctl`, and glibc shows `pthread_setname_np` only to those who ask for GNU's names.

/// Gives the thread that calls a name, cut after 15 bytes, as ps(1) and /proc show it (PR_SET_NAME of prctl(2)).
static inline void cthread_name(const char *_Nonnull name) {
    prctl(PR_SET_NAME, name);
}
