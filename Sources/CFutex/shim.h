#include <errno.h>
#include <linux/futex.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

// The C library has no futex(2) of its own, and Swift cannot call the variadic `syscall` nor see instructions.

/// Sleeps while `*word` is `expected`, for `milliseconds` at most. 0 when the time ran out; 1 when it was woken, a
/// signal came, or the word was another one to begin with: the caller looks again in any case.
static inline int cfutex_wait(uint32_t *_Nonnull word, uint32_t expected, uint32_t milliseconds) {
    struct timespec limit = {
        .tv_sec = milliseconds / 1000, .tv_nsec = (long) (milliseconds % 1000) * 1000000L};
    long result = syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, expected, &limit, NULL, 0);
    return !(result == -1 && errno == ETIMEDOUT);
}

/// Wakes one thread that sleeps on the word, if any does.
static inline void cfutex_wake(uint32_t *_Nonnull word) {
    syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

/// Tells the processor that this is a loop that waits, so that it leaves the core's other thread more room.
static inline void cfutex_pause(void) {
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield");
#endif
}
