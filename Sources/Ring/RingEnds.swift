/// A new ring: its two ends, to be moved to the threads that they belong to.
///
///     var ends = RingEnds(capacity: 4 << 20, doorbell: worker.doorbell)
@frozen
public struct RingEnds: ~Copyable, Sendable {
    /// The least that a ring holds, in bytes: the longest frame that fits is a quarter of it.
    public static let smallestCapacity = 64 << 10
    /// The most that a ring holds, in bytes.
    public static let largestCapacity = 1 << 30

    /// The end that writes.
    public var producer: RingProducer
    /// The end that reads.
    public var consumer: RingConsumer

    /// Makes an empty ring.
    /// - Parameters:
    ///   - capacity: bytes for records, clamped to `smallestCapacity`…`largestCapacity` and rounded up to a power of
    ///     two. All of it is reserved at once; the kernel gives pages as they are first written.
    ///   - doorbell: where the worker sleeps that reads it.
    public init(capacity: Int, doorbell: Doorbell) {
        var size = Self.smallestCapacity
        while size < capacity, size < Self.largestCapacity { size <<= 1 }
        self.init(exactly: size, start: 0, doorbell: doorbell)
    }

    /// A ring of any power of two from 64 bytes, whose indices begin at `start`, so that tests can walk through all
    /// of its states.
    init(exactly capacity: Int, start: Int, doorbell: Doorbell) {
        let storage = RingStorage(capacity: capacity, start: start, doorbell: doorbell)
        producer = RingProducer(storage: storage, start: start)
        consumer = RingConsumer(storage: storage, start: start)
    }
}
