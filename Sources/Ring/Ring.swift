// Ring carries frames from a capture thread to a worker: a byte ring with one writer and one reader, in fixed
// memory. `RingEnds` makes one; its `RingProducer` goes to one thread and its `RingConsumer` to another. Neither can
// be copied, so a second writer or a second reader does not compile.
//
// The two ends share two indices that only grow (they may wrap around the word): `tail`, up to where records are
// published, which the producer alone writes, and `head`, up to where they have been read, which the consumer alone
// writes. Each lies in a cache line pair of its own, is published for a batch and not for a record, and the other
// end works with its last copy until that does not suffice. So the hot path is a copy and a few additions: no lock,
// no compare-and-swap, no allocation. A store with release order and a load with acquire order are all that orders
// the bytes.
//
// Whoever has nothing to do sleeps at a `Doorbell`: a worker at the one that all its rings share, and a reader of
// savefiles that found its ring full at the ring's own. A capture thread never waits: it counts a drop and goes on.
//
// Nothing here looks at a clock. A sleep has a limit, but that is the kernel's business and no input of anything.
// Raw memory is named in `RingStorage` (the bytes and the indices) and `Doorbell` (the futex's word), and nowhere
// else.
