#ifndef CRING_H
#define CRING_H

#include <stdint.h>

/// Pushes and takes out `count` frames of `size` bytes on one thread, `burst` at a time, through a ring of `capacity`
/// bytes, a power of two. Returns a sum over what came out, which the other contestant must have as well.
uint64_t cring_solo(int64_t capacity, int64_t size, int64_t count, int64_t burst);

/// The same with a thread for each end, which sleep when they have nothing to do.
uint64_t cring_pair(int64_t capacity, int64_t size, int64_t count);

#endif
