// What the kernel says of its clock. It is here because Swift does not see sys/timex.h.
#ifndef CCLOCK_SHIM_H
#define CCLOCK_SHIM_H
#include <sys/timex.h>

// 1 while somebody keeps the clock by another one, 0 while nobody does, -1 where the kernel does not say; adjtimex(2).
static inline int cclock_is_synchronised(void) {
    struct timex state = {0};
    if (adjtimex(&state) < 0) return -1;
    return (state.status & STA_UNSYNC) == 0;
}
#endif
