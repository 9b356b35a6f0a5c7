import NetTypes
import Synchronization

/// The memory that the two ends of a ring share, in one allocation: the indices, then the records.
///
/// Safe: offsets come from the ends, which reserve before they write and read only what was published; who writes
/// what, and which order makes it visible, is said at each member. All memory lives as long as the object, which
/// both ends hold.
@safe
@usableFromInline
final class RingStorage: @unchecked Sendable {
    // Each byte belongs to one end at a time: beyond `tail` and before `head` to the producer, between them to the
    // consumer. It changes hands only by a release of one of the two indices and an acquire at the other end.

    /// Where things lie in the allocation. Two cache lines apart, since processors fetch them in pairs.
    private enum Place {
        static let tail = 0
        static let closed = 8
        static let head = 128
        static let records = 256
        static let alignment = 128
    }

    /// Bytes for records: a power of two.
    @usableFromInline let capacity: Int
    /// Up to where records are published. Written by the producer.
    @usableFromInline let tail: UnsafeMutablePointer<Atomic<Int>>
    /// True when no more will come. Written by the producer, once.
    @usableFromInline let closed: UnsafeMutablePointer<Atomic<Bool>>
    /// Up to where records have been read. Written by the consumer.
    @usableFromInline let head: UnsafeMutablePointer<Atomic<Int>>
    @usableFromInline let records: UnsafeMutableRawPointer
    private let memory: UnsafeMutableRawPointer

    /// Where the consumer waits for records.
    @usableFromInline let doorbell: Doorbell
    /// Where the producer waits for room.
    @usableFromInline let room = Doorbell()

    /// An empty ring of `capacity` bytes, a power of two from 64. Its indices begin at `start`, a multiple of 16.
    init(capacity: Int, start: Int, doorbell: Doorbell) {
        precondition(capacity >= 64 && capacity & (capacity - 1) == 0, "the capacity is no power of two")
        precondition(start & (RingLayout.alignment - 1) == 0, "records are aligned")
        self.capacity = capacity
        self.doorbell = doorbell
        unsafe memory = UnsafeMutableRawPointer.allocate(
            byteCount: Place.records + capacity, alignment: Place.alignment)
        unsafe tail = (memory + Place.tail).bindMemory(to: Atomic<Int>.self, capacity: 1)
        unsafe closed = (memory + Place.closed).bindMemory(to: Atomic<Bool>.self, capacity: 1)
        unsafe head = (memory + Place.head).bindMemory(to: Atomic<Int>.self, capacity: 1)
        unsafe records = memory + Place.records
        unsafe tail.initialize(to: Atomic(start))
        unsafe closed.initialize(to: Atomic(false))
        unsafe head.initialize(to: Atomic(start))
    }

    deinit {
        unsafe tail.deinitialize(count: 1)
        unsafe closed.deinitialize(count: 1)
        unsafe head.deinitialize(count: 1)
        unsafe memory.deallocate()
    }

    // MARK: Indices

    /// The consumer takes over all records before it.
    @inlinable var publishedTail: Int {
        unsafe tail.pointee.load(ordering: .acquiring)
    }

    /// The producer hands over all records before it.
    @inlinable
    func publish(tail index: Int) {
        unsafe tail.pointee.store(index, ordering: .releasing)
    }

    /// The producer takes over all room before it.
    @inlinable var publishedHead: Int {
        unsafe head.pointee.load(ordering: .acquiring)
    }

    /// The consumer hands over all room before it.
    @inlinable
    func publish(head index: Int) {
        unsafe head.pointee.store(index, ordering: .releasing)
    }

    /// Who sees true sees the last tail as well.
    @inlinable var isClosed: Bool {
        unsafe closed.pointee.load(ordering: .acquiring)
    }

    func close() {
        unsafe closed.pointee.store(true, ordering: .releasing)
    }

    // MARK: Records, by their offset from 0 to below the capacity

    /// Writes one field, of eight bytes, of the record at `offset`.
    @inlinable
    func write(_ value: UInt64, at offset: Int) {
        unsafe records.storeBytes(of: value, toByteOffset: offset, as: UInt64.self)
    }

    /// The field at `offset`.
    @inlinable
    func field(at offset: Int) -> UInt64 {
        unsafe records.load(fromByteOffset: offset, as: UInt64.self)
    }

    /// Copies bytes in; nothing of the span is kept.
    @inlinable
    func write(_ bytes: Span<UInt8>, at offset: Int) {
        unsafe bytes.withUnsafeBytes { source in
            guard let start = source.baseAddress else { return }
            unsafe (records + offset).copyMemory(from: start, byteCount: source.count)
        }
    }

    /// Lends bytes for the time of the call.
    @inlinable
    func withBytes(at offset: Int, count: Int, _ body: (Span<UInt8>) -> Void) {
        let start = unsafe (records + offset).assumingMemoryBound(to: UInt8.self)
        let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
        body(unsafe bytes.span)
    }
}
