// Counts allocations and libyara's share of the processor time, by standing in front of the functions that do them:
// the program's own definitions come before those of shared libraries.

#define _GNU_SOURCE
#include "CMeter.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

// glibc's own entrances, behind the names that are taken here.
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static _Atomic uint64_t allocations;

static void count(void) {
    // The measured paths have one thread; a lost count elsewhere is better than a locked bus in every malloc.
    uint64_t now = atomic_load_explicit(&allocations, memory_order_relaxed);
    atomic_store_explicit(&allocations, now + 1, memory_order_relaxed);
}

void *malloc(size_t size) {
    count();
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    count();
    return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
    count();
    return __libc_realloc(old, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    count();
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
    count();
    void *memory = __libc_memalign(alignment, size);
    if (!memory) return ENOMEM;
    *result = memory;
    return 0;
}

uint64_t meter_allocations(void) { return atomic_load_explicit(&allocations, memory_order_relaxed); }

static double clock_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int timesYara;
static double yaraSeconds;

int yr_scanner_scan_mem(void *scanner, const uint8_t *bytes, size_t size) {
    static int (*real)(void *, const uint8_t *, size_t);
    if (!real) real = (int (*)(void *, const uint8_t *, size_t))dlsym(RTLD_NEXT, "yr_scanner_scan_mem");
    if (!timesYara) return real(scanner, bytes, size);
    double start = clock_seconds();
    int result = real(scanner, bytes, size);
    yaraSeconds += clock_seconds() - start;
    return result;
}

void meter_time_yara(void) { timesYara = 1; }

double meter_yara_seconds(void) { return yaraSeconds; }

const char *meter_program(void) {
    static char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    path[length > 0 ? length : 0] = 0;
    return path;
}

static double seconds_of(const struct rusage *usage) {
    return (double)usage->ru_utime.tv_sec + (double)usage->ru_stime.tv_sec
        + (double)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

double meter_own_seconds(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return seconds_of(&usage);
}

int meter_run(char *const arguments[], const char *output, const char *errors, double *seconds) {
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status = 0;
    struct rusage usage;
    int flags = O_WRONLY | O_CREAT | O_TRUNC;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, flags, 0600);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, flags, 0600);
    int failure = posix_spawnp(&child, arguments[0], &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failure) return -1;
    while (wait4(child, &status, 0, &usage) < 0)
        if (errno != EINTR) return -1;
    *seconds = seconds_of(&usage);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
