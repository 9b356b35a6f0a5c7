public import NetTypes

/// The end of a ring that reads. It belongs to one thread at a time, and cannot be copied.
///
/// A worker waits at its doorbell until any of its rings has something for it:
///
///     doorbell.wait(unless: { ring.nextTime() != nil || ring.isFinished }, milliseconds: 20)
public struct RingConsumer: ~Copyable, Sendable {
    @usableFromInline let storage: RingStorage
    /// The storage's, kept here too: to ring it through the storage would count references, for each batch.
    @usableFromInline let room: Doorbell
    /// Bytes of the ring.
    public let capacity: Int
    /// Where the next record lies.
    @usableFromInline var head: Int
    /// What the producer has been told of.
    @usableFromInline var publishedHead: Int
    /// The producer's index when it was last looked at; there is no less than this says.
    @usableFromInline var knownTail: Int
    /// Room was freed, and a producer that sleeps may not have been woken for it.
    @usableFromInline var owesRing = false

    init(storage: RingStorage, start: Int) {
        self.storage = storage
        room = storage.room
        capacity = storage.capacity
        head = start
        publishedHead = start
        knownTail = start
    }

    /// Hands up to `limit` records, in order, to `body`, and stops before the first whose time is after `through`:
    /// also when later ones would not be. A frame's bytes are valid until `body` returns. Their room is given back
    /// when all of them are done.
    /// - Returns: how many records there were; 0 when the ring is empty or its first record comes later.
    @inlinable
    public mutating func drain(
        limit: Int, through: Timestamp, _ body: (RingRecord, Span<UInt8>) -> Void
    ) -> Int {
        var count = 0
        while count < limit, let offset = nextOffset() {
            let time = Timestamp(nanoseconds: Int64(bitPattern: storage.field(at: offset &+ 8)))
            guard time <= through else { break }
            head &+= lend(offset, time, body)
            count &+= 1
        }
        release(isDone: count < limit)
        return count
    }

    /// Lends the record at `offset`, and says how many bytes of the ring it takes.
    @inlinable
    func lend(_ offset: Int, _ time: Timestamp, _ body: (RingRecord, Span<UInt8>) -> Void) -> Int {
        let word = storage.field(at: offset)
        if word == RingLayout.timeMark {
            storage.withBytes(at: offset, count: 0) { body(.time(time), $0) }
            return RingLayout.timeRecord
        }
        let count = Int(truncatingIfNeeded: word & RingLayout.countMask)
        let header = FrameHeader(
            number: storage.field(at: offset &+ 16), timestamp: time,
            wireLength: Int(truncatingIfNeeded: storage.field(at: offset &+ 24)),
            linkType: LinkType(rawValue: UInt16(truncatingIfNeeded: word >> 32)),
            interface: UInt16(truncatingIfNeeded: word >> 48))
        storage.withBytes(at: offset &+ RingLayout.frameHeader, count: count) { body(.frame(header), $0) }
        return RingLayout.frameRecord(count)
    }

    /// The offset of the first record; nil when there is none. A mark at the end is passed over: what it points to
    /// was published with it.
    @inlinable
    mutating func nextOffset() -> Int? {
        if head == knownTail {
            knownTail = storage.publishedTail
            if head == knownTail { return nil }
        }
        let offset = head & (capacity &- 1)
        return storage.field(at: offset) == RingLayout.wrapMark ? passMark(offset) : offset
    }

    /// Goes on at the start of the ring. Out of line, so that the processor predicts that a record is no mark: when
    /// both offsets are worked out and one is chosen, each record waits for the one before it.
    @usableFromInline
    mutating func passMark(_ offset: Int) -> Int {
        head &+= capacity &- offset
        return 0
    }

    /// Gives back the room of what was read. A producer that waits for it is woken when the ring is half empty, or
    /// when this end stops for now (`isDone`): not for each of the batches in between.
    @inlinable
    mutating func release(isDone: Bool) {
        if head != publishedHead {
            storage.publish(head: head)
            publishedHead = head
            owesRing = true
        }
        guard owesRing, isDone || knownTail &- head <= capacity / 2 else { return }
        owesRing = false
        room.ring()
    }

    /// The time of the first record that waits; nil when the ring is empty.
    @inlinable
    public mutating func nextTime() -> Timestamp? {
        guard let offset = nextOffset() else { return nil }
        return Timestamp(nanoseconds: Int64(bitPattern: storage.field(at: offset &+ 8)))
    }

    /// True when the ring is empty and no more will come.
    public var isFinished: Bool {
        mutating get {
            // In this order: the last records were published before the ring was closed.
            guard storage.isClosed else { return false }
            knownTail = storage.publishedTail
            return head == knownTail
        }
    }

    /// Published bytes in the ring, with headers and padding. A lower bound: more may come at any time.
    public var depth: Int {
        mutating get {
            knownTail = storage.publishedTail
            return knownTail &- head
        }
    }
}
