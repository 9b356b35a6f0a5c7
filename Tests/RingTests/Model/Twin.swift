import NetTypes
import TestSupport

@testable import Ring

/// A ring and the queue that it must be like, taken through the same steps.
struct Twin: ~Copyable {
    /// One step of either end.
    enum Step: Equatable {
        case frame(Int)
        case time
        case publish
        case drain(Int)
    }

    var model: ModelQueue
    var ends: RingEnds
    private var number: UInt64 = 0
    /// The first difference.
    private(set) var difference: String?

    init(capacity: Int, start: Int) {
        model = ModelQueue(capacity: capacity, start: start)
        ends = RingEnds(exactly: capacity, start: start, doorbell: Doorbell())
    }

    /// Takes one step on both sides, and compares everything that can be seen.
    mutating func step(_ step: Step) {
        switch step {
        case .frame(let count): push(Self.frame(number, count))
        case .time: push(.init(record: .time(Timestamp(nanoseconds: Int64(number))), bytes: []))
        case .publish:
            ends.producer.publish()
            model.publish()
        case .drain(let limit): if limit > 0 { drain(limit) }
        }
        let depth = ends.producer.depth
        if depth != model.depth { note("\(step): depth \(depth), not \(model.depth)") }
    }

    /// A frame whose bytes and fields all follow from its number.
    static func frame(_ number: UInt64, _ count: Int) -> ModelQueue.Entry {
        var generator = SeededGenerator(seed: number)
        let bits = generator.next()
        let header = FrameHeader(
            number: bits, timestamp: Timestamp(nanoseconds: Int64(number)),
            wireLength: Int(truncatingIfNeeded: generator.next()),
            linkType: LinkType(rawValue: UInt16(truncatingIfNeeded: bits >> 8)),
            interface: UInt16(truncatingIfNeeded: bits >> 24))
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: bits &+ UInt64($0) &* 7) }
        return .init(record: .frame(header), bytes: bytes)
    }

    private mutating func push(_ entry: ModelQueue.Entry) {
        number += 1
        let went: Bool
        switch entry.record {
        case .frame(let header):
            let span = entry.bytes.span
            went = ends.producer.push(header, span)
        case .time(let time): went = ends.producer.push(time)
        }
        let expected = model.push(entry)
        if went != expected { note("push of \(entry.bytes.count) bytes: \(went)") }
    }

    private mutating func drain(_ limit: Int) {
        var seen: [ModelQueue.Entry] = []
        let first = ends.consumer.nextTime()
        let count = ends.consumer.drain(limit: limit, through: Timestamp(nanoseconds: .max)) {
            record, bytes in
            seen.append(.init(record: record, bytes: [UInt8](copying: bytes)))
        }
        let expected = model.drain(limit)
        if seen != expected || count != expected.count { note("drained \(seen), not \(expected)") }
        if first != expected.first?.time { note("next time \(String(describing: first))") }
    }

    private mutating func note(_ text: String) {
        if difference == nil { difference = text }
    }
}

extension ModelQueue.Entry {
    /// The record's time.
    var time: Timestamp {
        switch record {
        case .frame(let header): header.timestamp
        case .time(let time): time
        }
    }
}
