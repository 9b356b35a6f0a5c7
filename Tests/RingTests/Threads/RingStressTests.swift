import Glibc
import NetTypes
import Synchronization
import Testing

@testable import Ring

/// Two threads and more, with rings so small that they wrap and fill all the time. This is what runs under the thread
/// sanitizer: it must stay without a report, and it finds a release that was made relaxed.
@Suite(.serialized) struct RingStressTests {
    static let records = 100_000

    /// Whether the threads sleep when they have nothing to do, or look again and again.
    enum Waiting: CaseIterable {
        case sleeping
        case turning
    }

    @Test(
        "All bytes come, in order, through a ring that is always wrapping", arguments: Waiting.allCases,
        [512, 4096])
    func oneRing(waiting: Waiting, capacity: Int) {
        let doorbell = Doorbell()
        let outcome = Outcome()
        let ends = RingEnds(exactly: capacity, start: -4096, doorbell: doorbell)
        let longest = ends.producer.longestFrame
        let consumer = RingThread(ends.consumer) { ring in
            Self.consume(ring, Traffic(seed: 11, longest: longest), waiting, doorbell, outcome)
        }
        let producer = RingThread(ends.producer) { ring in
            Self.produce(ring, Traffic(seed: 11, longest: longest), waiting, outcome)
        }
        producer.join()
        consumer.join()
        #expect(outcome.counts == [Self.records, 0, 0])
    }

    @Test("A worker of three rings loses no record and sleeps through no ringing")
    func threeRings() {
        let doorbell = Doorbell()
        let outcome = Outcome()
        let first = RingEnds(exactly: 1024, start: 0, doorbell: doorbell)
        let second = RingEnds(exactly: 1024, start: 0, doorbell: doorbell)
        let third = RingEnds(exactly: 1024, start: 0, doorbell: doorbell)
        let consumer = RingThread(
            ThreeConsumers(first: first.consumer, second: second.consumer, third: third.consumer)
        ) { rings in
            var rings = rings
            while !rings.areFinished {
                if rings.drain(outcome) > 0 { continue }
                let isInTime = doorbell.wait(unless: { rings.haveWork }, milliseconds: Doorbell.longestWait)
                if !isInTime { outcome.overslept.add(1, ordering: .relaxed) }
            }
        }
        let producers = [
            Self.start(first.producer, 1, outcome), Self.start(second.producer, 2, outcome),
            Self.start(third.producer, 3, outcome),
        ]
        for producer in producers { producer.join() }
        consumer.join()
        #expect(outcome.counts == [3 * Self.records, 0, 0])
    }

    private static func start(_ end: consuming RingProducer, _ seed: UInt64, _ outcome: Outcome) -> RingThread
    {
        RingThread(end) { produce($0, Traffic(seed: seed, longest: 224), .sleeping, outcome) }
    }

    /// Pushes all records. It publishes at odd moments, so that the consumer is often hungry and often not.
    private static func produce(
        _ end: consuming RingProducer, _ traffic: Traffic, _ waiting: Waiting, _ outcome: Outcome
    ) {
        var end = end
        var traffic = traffic
        var buffer = [UInt8](repeating: 0, count: 4096)
        for _ in 0..<records {
            let item = traffic.next()
            item.fill(&buffer)
            while !push(item, buffer, to: &end) {
                switch waiting {
                case .turning:
                    end.publish()
                    sched_yield()
                case .sleeping:
                    if !end.waitForRoom(milliseconds: Doorbell.longestWait) {
                        outcome.overslept.add(1, ordering: .relaxed)
                    }
                }
            }
            if item.first < 60 { end.publish() }
        }
        end.close()
    }

    private static func push(_ item: Traffic.Item, _ buffer: [UInt8], to end: inout RingProducer) -> Bool {
        guard let count = item.count, case .frame(let header) = item.record else {
            return end.push(item.time)
        }
        let bytes = buffer.span.extracting(first: count)
        return end.push(header, bytes)
    }

    private static func consume(
        _ end: consuming RingConsumer, _ traffic: Traffic, _ waiting: Waiting, _ doorbell: Doorbell,
        _ outcome: Outcome
    ) {
        var end = end
        var traffic = traffic
        while !end.isFinished {
            let count = end.drain(limit: 5, through: Timestamp(nanoseconds: .max)) { record, bytes in
                outcome.note(traffic.next().isEqual(record, bytes))
            }
            if count > 0 { continue }
            if waiting == .turning {
                sched_yield()
                continue
            }
            let isInTime = doorbell.wait(
                unless: { end.nextTime() != nil || end.isFinished }, milliseconds: Doorbell.longestWait)
            if !isInTime { outcome.overslept.add(1, ordering: .relaxed) }
        }
    }
}
