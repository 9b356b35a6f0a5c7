import NetTypes

@testable import Ring

/// Both ends of a ring in an object, since what cannot be copied cannot stand inside an expectation.
final class HeldRing {
    var producer: RingProducer?
    var consumer: RingConsumer

    init(_ ends: consuming RingEnds) {
        producer = .some(ends.producer)
        consumer = ends.consumer
    }

    convenience init(capacity: Int = 65_536) {
        self.init(RingEnds(capacity: capacity, doorbell: Doorbell()))
    }

    var capacity: Int? { producer?.capacity }
    var longestFrame: Int? { producer?.longestFrame }
    /// As the consumer says it.
    var depth: Int { consumer.depth }
    var nextTime: Int64? { consumer.nextTime()?.nanoseconds }
    var isFinished: Bool { consumer.isFinished }

    func push(_ header: FrameHeader, _ bytes: [UInt8] = []) -> Bool {
        let span = bytes.span
        return producer?.push(header, span) ?? false
    }

    func push(_ time: Timestamp) -> Bool { producer?.push(time) ?? false }

    func publish() { producer?.publish() }

    /// The records that draining gives, without their bytes.
    func drain(limit: Int = 1000, through time: Int64 = .max) -> [RingRecord] {
        var records: [RingRecord] = []
        let count = consumer.drain(limit: limit, through: Timestamp(nanoseconds: time)) { record, _ in
            records.append(record)
        }
        precondition(count == records.count, "drain counts what it hands out")
        return records
    }
}
