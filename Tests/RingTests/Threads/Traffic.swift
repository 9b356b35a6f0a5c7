import NetTypes
import TestSupport

@testable import Ring

/// Records that follow from a seed, so that the thread that reads them knows each byte that it must see.
struct Traffic {
    /// One record: the length of a frame, or nil for a time.
    struct Item {
        var number: UInt64
        var count: Int?
        var first: UInt8
    }

    private var generator: SeededGenerator
    private let longest: Int
    private var number: UInt64 = 0

    /// Frames of 0 to `longest` bytes, and a time now and then.
    init(seed: UInt64, longest: Int) {
        generator = SeededGenerator(seed: seed)
        self.longest = longest
    }

    mutating func next() -> Item {
        number += 1
        let bits = generator.next()
        let count = Int(truncatingIfNeeded: bits >> 32) % (longest + 1)
        return Item(
            number: number, count: bits & 15 == 0 ? nil : count, first: UInt8(truncatingIfNeeded: bits))
    }
}

extension Traffic.Item {
    var time: Timestamp { Timestamp(nanoseconds: Int64(number)) }

    var record: RingRecord {
        guard let count else { return .time(time) }
        let type = LinkType(rawValue: UInt16(first))
        return .frame(
            FrameHeader(number: number, timestamp: time, wireLength: count &* 3, linkType: type, interface: 7)
        )
    }

    /// Writes the frame's bytes into a buffer that is long enough.
    func fill(_ buffer: inout [UInt8]) {
        for index in 0..<(count ?? 0) { buffer[index] = first &+ UInt8(truncatingIfNeeded: index) }
    }

    /// Whether a record that came is this one, byte for byte.
    func isEqual(_ other: RingRecord, _ bytes: Span<UInt8>) -> Bool {
        guard other == record, bytes.count == count ?? 0 else { return false }
        for index in 0..<bytes.count where bytes[index] != first &+ UInt8(truncatingIfNeeded: index) {
            return false
        }
        return true
    }
}
