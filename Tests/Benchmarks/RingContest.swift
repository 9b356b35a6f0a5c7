import CRing
import Foundation
import NetTypes
import Ring
import Synchronization

/// The same frames through our ring and through the one in C, for `RingRun`.
struct RingContest {
    /// Bytes of a frame.
    var size: Int
    /// Whether each end has a thread of its own.
    var hasTwoThreads: Bool
    /// Frames in one round.
    var count: Int

    /// The size that stays in the processor's cache.
    static let capacity = 1 << 20
    /// Frames that one thread pushes before it takes them out.
    static let burst = 64
    /// Frames that are taken out in one batch.
    static let batch = 256

    var title: String {
        "\(size) B, " + (hasTwoThreads ? "two threads" : "one thread, pushed and taken out")
    }

    /// A sum over what came out of the ring in C.
    func theirs() -> UInt64 {
        hasTwoThreads
            ? cring_pair(Int64(Self.capacity), Int64(size), Int64(count))
            : cring_solo(Int64(Self.capacity), Int64(size), Int64(count), Int64(Self.burst))
    }

    /// The same of ours.
    func ours() -> UInt64 {
        hasTwoThreads ? pair() : solo()
    }

    @inline(__always)
    private static func header(_ number: Int, _ size: Int) -> FrameHeader {
        FrameHeader(
            number: UInt64(number), timestamp: Timestamp(nanoseconds: Int64(number)), wireLength: size,
            linkType: .ethernet)
    }

    /// What the benchmark does with a frame.
    @inline(__always)
    private static func sum(_ record: RingRecord, _ bytes: Span<UInt8>) -> UInt64 {
        guard case .frame(let header) = record else { return 0 }
        return header.number &+ UInt64(truncatingIfNeeded: header.wireLength)
            &+ UInt64(header.linkType.rawValue) &+ UInt64(bytes[0]) &+ UInt64(bytes[bytes.count &- 1])
    }

    private func solo() -> UInt64 {
        let ends = RingEnds(capacity: Self.capacity, doorbell: Doorbell())
        var producer = ends.producer
        var consumer = ends.consumer
        var memory = [UInt8](repeating: 0, count: size)
        // Not the array itself, which would be asked for every frame whether it is shared: C does not ask.
        var bytes = memory.mutableSpan
        var total: UInt64 = 0
        var number = 0
        while number < count {
            for _ in 0..<min(Self.burst, count - number) {
                bytes[0] = UInt8(truncatingIfNeeded: number)
                let isIn = producer.push(Self.header(number, size), bytes.span)
                precondition(isIn, "a burst is smaller than the ring")
                number += 1
            }
            producer.publish()
            while Self.drain(&consumer, &total) > 0 {}
        }
        return total
    }

    @inline(__always)
    private static func drain(_ consumer: inout RingConsumer, _ total: inout UInt64) -> Int {
        var sum: UInt64 = 0
        let taken = consumer.drain(limit: batch, through: Timestamp(nanoseconds: .max)) { record, bytes in
            sum &+= Self.sum(record, bytes)
        }
        total &+= sum
        return taken
    }

    private func pair() -> UInt64 {
        let doorbell = Doorbell()
        let ends = RingEnds(capacity: Self.capacity, doorbell: doorbell)
        var producer = ends.producer
        let handed = Handed(ends.consumer)
        let reader = Thread { handed.readAll(doorbell) }
        reader.start()
        var memory = [UInt8](repeating: 0, count: size)
        var bytes = memory.mutableSpan
        for number in 0..<count {
            bytes[0] = UInt8(truncatingIfNeeded: number)
            while !producer.push(Self.header(number, size), bytes.span) {
                producer.waitForRoom(milliseconds: 20)
            }
        }
        producer.close()
        return handed.result()
    }

    /// The end that reads, on its way to its thread, and the sum on its way back.
    private final class Handed: Sendable {
        private let consumer: Mutex<RingConsumer?>
        private let total = Atomic<UInt64>(0)
        private let done = DispatchSemaphore(value: 0)

        init(_ consumer: consuming RingConsumer) {
            self.consumer = Mutex(.some(consumer))
        }

        func readAll(_ doorbell: Doorbell) {
            var sum: UInt64 = 0
            if var ring = consumer.withLock({ $0.take() }) {
                while true {
                    if RingContest.drain(&ring, &sum) > 0 { continue }
                    if ring.isFinished { break }
                    doorbell.wait(unless: { ring.nextTime() != nil || ring.isFinished }, milliseconds: 20)
                }
            }
            total.store(sum, ordering: .relaxed)
            done.signal()
        }

        func result() -> UInt64 {
            done.wait()
            return total.load(ordering: .relaxed)
        }
    }
}
