public import NetTypes

/// The end of a ring that writes. It belongs to one thread at a time, and cannot be copied: a second writer of the
/// same ring does not compile. When it goes away, the ring is closed.
public struct RingProducer: ~Copyable, Sendable {
    /// So many bytes are published together, unless `publish()` is called before. Small enough that a worker waits
    /// for some microseconds at most, large enough that the cache line with the index rarely moves.
    @usableFromInline static let batch = 4096

    @usableFromInline let storage: RingStorage
    /// The storage's, kept here too: to ring it through the storage would count references, for each batch.
    @usableFromInline let doorbell: Doorbell
    /// Bytes that the ring holds, with its own headers and padding: a power of two.
    public let capacity: Int
    /// Where the next record goes.
    @usableFromInline var tail: Int
    /// What the consumer has been told of.
    @usableFromInline var publishedTail: Int
    /// The consumer's index when it was last looked at; the room is no less than this says.
    @usableFromInline var knownHead: Int

    init(storage: RingStorage, start: Int) {
        self.storage = storage
        doorbell = storage.doorbell
        capacity = storage.capacity
        tail = start
        publishedTail = start
        knownHead = start
    }

    deinit {
        Self.close(storage, tail)
    }

    /// The longest frame, in bytes, that ever fits: its record may take a quarter of the ring. Whoever waits for room
    /// compares first, since a longer one would wait for ever.
    @inlinable public var longestFrame: Int { capacity / 4 - RingLayout.frameHeader }

    /// Bytes in the ring, published or not, with headers and padding. An upper bound: the consumer may be ahead of
    /// what it has told.
    public var depth: Int {
        mutating get {
            knownHead = storage.publishedHead
            return tail &- knownHead
        }
    }

    /// Writes one frame; its bytes are copied. False, and nothing is written, when there is no room.
    @inlinable
    public mutating func push(_ header: FrameHeader, _ bytes: Span<UInt8>) -> Bool {
        let count = bytes.count
        guard count <= longestFrame else { return false }
        let size = RingLayout.frameRecord(count)
        guard let offset = reserve(size) else { return false }
        let kind = UInt64(header.linkType.rawValue) << 32 | UInt64(header.interface) << 48
        storage.write(UInt64(truncatingIfNeeded: count) | kind, at: offset)
        storage.write(UInt64(bitPattern: header.timestamp.nanoseconds), at: offset &+ 8)
        storage.write(header.number, at: offset &+ 16)
        storage.write(UInt64(truncatingIfNeeded: header.wireLength), at: offset &+ 24)
        storage.write(bytes, at: offset &+ RingLayout.frameHeader)
        advance(size)
        return true
    }

    /// Writes that capture time has come this far. False, and nothing is written, when there is no room.
    @inlinable
    public mutating func push(_ time: Timestamp) -> Bool {
        guard let offset = reserve(RingLayout.timeRecord) else { return false }
        storage.write(RingLayout.timeMark, at: offset)
        storage.write(UInt64(bitPattern: time.nanoseconds), at: offset &+ 8)
        advance(RingLayout.timeRecord)
        return true
    }

    /// The offset of `size` contiguous bytes; behind a mark when the end of the ring is too near. Nil, and nothing is
    /// written, when there is no room.
    @inlinable
    mutating func reserve(_ size: Int) -> Int? {
        let offset = tail & (capacity &- 1)
        let rest = capacity &- offset
        let needed = rest < size ? rest &+ size : size
        if capacity &- (tail &- knownHead) < needed {
            knownHead = storage.publishedHead
            guard capacity &- (tail &- knownHead) >= needed else { return nil }
        }
        guard rest < size else { return offset }
        storage.write(RingLayout.wrapMark, at: offset)
        tail &+= rest
        return 0
    }

    @inlinable
    mutating func advance(_ size: Int) {
        tail &+= size
        if tail &- publishedTail >= Self.batch { publish() }
    }

    /// Makes what was pushed visible to the consumer, and wakes its worker if that sleeps. Done by itself every 4 KiB;
    /// to be called whenever the next frame may take its time.
    @inlinable
    public mutating func publish() {
        guard tail != publishedTail else { return }
        storage.publish(tail: tail)
        publishedTail = tail
        doorbell.ring()
    }

    /// Publishes, and says that no more will come. What is pushed afterwards is nobody's.
    public mutating func close() {
        Self.close(storage, tail)
        publishedTail = tail
    }

    private static func close(_ storage: RingStorage, _ tail: Int) {
        storage.publish(tail: tail)
        storage.close()
        storage.doorbell.ring()
    }

    /// Publishes, and waits until the consumer has freed room, a little of it or more; returns at once when it has
    /// since the last push. For readers of savefiles, which may wait: a capture thread counts a drop and goes on.
    /// - Parameter milliseconds: the longest sleep, clamped to 1…`Doorbell.longestWait`.
    /// - Returns: false when the time ran out.
    @discardableResult
    public mutating func waitForRoom(milliseconds: Int) -> Bool {
        publish()
        let storage = storage
        let before = knownHead
        return storage.room.wait(unless: { storage.publishedHead != before }, milliseconds: milliseconds)
    }
}
