// The ring once more, in C11: the same layout of records, the same indices and batches, the same way to sleep. It is
// what the ring in Swift is measured against, and nothing else uses it.

#define _GNU_SOURCE
#include "CRing.h"

#include <linux/futex.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { header_size = 32, time_size = 16, batch = 4096, spins = 200, lookahead = 256 };

static const uint64_t time_mark = 0xffffffff, wrap_mark = 0xfffffffe;

typedef struct {
    _Alignas(128) _Atomic uint32_t flag;
} doorbell;

typedef struct {
    _Alignas(128) _Atomic int64_t tail;
    _Atomic bool closed;
    _Alignas(128) _Atomic int64_t head;
    _Alignas(128) int64_t capacity;
    uint8_t *records;
    doorbell bell, room;
} ring;

typedef struct {
    ring *ring;
    int64_t tail, published, known_head;
} producer;

typedef struct {
    ring *ring;
    int64_t head, published, known_tail;
    bool owes_ring;
} consumer;

typedef struct {
    uint64_t number, time, wire_length;
    uint16_t link_type, interface;
} frame_header;

// Sleeping

static inline void bell_ring(doorbell *bell) {
    atomic_thread_fence(memory_order_seq_cst);
    if (atomic_load_explicit(&bell->flag, memory_order_relaxed) == 0) return;
    if (atomic_exchange_explicit(&bell->flag, 0, memory_order_relaxed) == 0) return;
    syscall(SYS_futex, &bell->flag, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

static void bell_wait(doorbell *bell, bool (*is_ready)(void *), void *context) {
    for (int look = 0; look < spins; look++) {
        if (is_ready(context)) return;
#if defined(__x86_64__)
        __builtin_ia32_pause();
#endif
    }
    atomic_store_explicit(&bell->flag, 1, memory_order_relaxed);
    atomic_thread_fence(memory_order_seq_cst);
    if (!is_ready(context)) {
        struct timespec limit = {.tv_nsec = 20000000};
        syscall(SYS_futex, &bell->flag, FUTEX_WAIT_PRIVATE, 1, &limit, NULL, 0);
    }
    atomic_store_explicit(&bell->flag, 0, memory_order_relaxed);
}

// The end that writes

static inline void store(ring *ring, int64_t offset, uint64_t value) {
    memcpy(ring->records + offset, &value, sizeof value);
}

static inline uint64_t load(const ring *ring, int64_t offset) {
    uint64_t value;
    memcpy(&value, ring->records + offset, sizeof value);
    return value;
}

static inline int64_t record_size(int64_t count) { return (header_size + count + 15) & ~(int64_t)15; }

static inline void publish(producer *end) {
    if (end->tail == end->published) return;
    atomic_store_explicit(&end->ring->tail, end->tail, memory_order_release);
    end->published = end->tail;
    bell_ring(&end->ring->bell);
}

static inline bool push(producer *end, const frame_header *header, const uint8_t *bytes, int64_t count) {
    ring *ring = end->ring;
    int64_t size = record_size(count);
    if (size > ring->capacity / 4) return false;
    int64_t offset = end->tail & (ring->capacity - 1), rest = ring->capacity - offset;
    int64_t needed = rest < size ? rest + size : size;
    if (ring->capacity - (end->tail - end->known_head) < needed) {
        end->known_head = atomic_load_explicit(&ring->head, memory_order_acquire);
        if (ring->capacity - (end->tail - end->known_head) < needed) return false;
    }
    if (rest < size) {
        store(ring, offset, wrap_mark);
        end->tail += rest;
        offset = 0;
    }
    store(ring, offset, (uint64_t)count | (uint64_t)header->link_type << 32 | (uint64_t)header->interface << 48);
    store(ring, offset + 8, header->time);
    store(ring, offset + 16, header->number);
    store(ring, offset + 24, header->wire_length);
    memcpy(ring->records + offset + header_size, bytes, (size_t)count);
    end->tail += size;
    if (end->tail - end->published >= batch) publish(end);
    return true;
}

// The end that reads

static inline int64_t next_offset(consumer *end) {
    ring *ring = end->ring;
    if (end->head == end->known_tail) {
        end->known_tail = atomic_load_explicit(&ring->tail, memory_order_acquire);
        if (end->head == end->known_tail) return -1;
    }
    int64_t offset = end->head & (ring->capacity - 1);
    if (load(ring, offset) != wrap_mark) return offset;
    end->head += ring->capacity - offset;
    return 0;
}

static inline void release(consumer *end, bool is_done) {
    if (end->head != end->published) {
        atomic_store_explicit(&end->ring->head, end->head, memory_order_release);
        end->published = end->head;
        end->owes_ring = true;
    }
    if (!end->owes_ring || (!is_done && end->known_tail - end->head > end->ring->capacity / 2)) return;
    end->owes_ring = false;
    bell_ring(&end->ring->room);
}

/// What the benchmark does with a frame.
static inline uint64_t sum(const frame_header *header, const uint8_t *bytes, int64_t count) {
    return header->number + header->wire_length + header->link_type + bytes[0] + bytes[count - 1];
}

static inline int64_t drain(consumer *end, int64_t limit, int64_t through, uint64_t *total) {
    ring *ring = end->ring;
    int64_t taken = 0;
    while (taken < limit) {
        int64_t offset = next_offset(end);
        if (offset < 0) break;
        frame_header header = {.time = load(ring, offset + 8)};
        if ((int64_t)header.time > through) break;
        uint64_t word = load(ring, offset);
        if (word == time_mark) {
            end->head += time_size;
        } else {
            int64_t count = (int64_t)(word & 0xffffffff);
            header.link_type = (uint16_t)(word >> 32);
            header.interface = (uint16_t)(word >> 48);
            header.number = load(ring, offset + 16);
            header.wire_length = load(ring, offset + 24);
            *total += sum(&header, ring->records + offset + header_size, count);
            end->head += record_size(count);
        }
        taken++;
    }
    release(end, taken < limit);
    return taken;
}

// The two contests

static ring *make(int64_t capacity) {
    ring *ring = aligned_alloc(128, sizeof *ring);
    memset(ring, 0, sizeof *ring);
    ring->capacity = capacity;
    ring->records = aligned_alloc(128, (size_t)capacity);
    return ring;
}

static void destroy(ring *ring) {
    free(ring->records);
    free(ring);
}

uint64_t cring_solo(int64_t capacity, int64_t size, int64_t count, int64_t burst) {
    ring *ring = make(capacity);
    producer in = {.ring = ring};
    consumer out = {.ring = ring};
    uint8_t *bytes = calloc(1, (size_t)size);
    uint64_t total = 0;
    for (int64_t number = 0; number < count;) {
        for (int64_t place = 0; place < burst && number < count; place++, number++) {
            frame_header header = {(uint64_t)number, (uint64_t)number, (uint64_t)size, 1, 0};
            bytes[0] = (uint8_t)number;
            if (!push(&in, &header, bytes, size)) abort();
        }
        publish(&in);
        while (drain(&out, lookahead, INT64_MAX, &total) > 0) {}
    }
    free(bytes);
    destroy(ring);
    return total;
}

static bool has_records(void *context) {
    consumer *end = context;
    return atomic_load_explicit(&end->ring->tail, memory_order_acquire) != end->head
        || atomic_load_explicit(&end->ring->closed, memory_order_acquire);
}

static bool has_room(void *context) {
    producer *end = context;
    return atomic_load_explicit(&end->ring->head, memory_order_acquire) != end->known_head;
}

static void *read_all(void *context) {
    consumer out = {.ring = context};
    uint64_t *total = calloc(1, sizeof *total);
    while (true) {
        if (drain(&out, lookahead, INT64_MAX, total) > 0) continue;
        bool closed = atomic_load_explicit(&out.ring->closed, memory_order_acquire);
        if (closed && atomic_load_explicit(&out.ring->tail, memory_order_acquire) == out.head) return total;
        bell_wait(&out.ring->bell, has_records, &out);
    }
}

uint64_t cring_pair(int64_t capacity, int64_t size, int64_t count) {
    ring *ring = make(capacity);
    producer in = {.ring = ring};
    pthread_t reader;
    if (pthread_create(&reader, NULL, read_all, ring) != 0) abort();
    uint8_t *bytes = calloc(1, (size_t)size);
    for (int64_t number = 0; number < count; number++) {
        frame_header header = {(uint64_t)number, (uint64_t)number, (uint64_t)size, 1, 0};
        bytes[0] = (uint8_t)number;
        while (!push(&in, &header, bytes, size)) {
            publish(&in);
            bell_wait(&ring->room, has_room, &in);
        }
    }
    publish(&in);
    atomic_store_explicit(&ring->closed, true, memory_order_release);
    bell_ring(&ring->bell);
    void *result;
    pthread_join(reader, &result);
    uint64_t total = *(uint64_t *)result;
    free(result);
    free(bytes);
    destroy(ring);
    return total;
}
