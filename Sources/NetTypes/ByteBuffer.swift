/// Bytes that gather until somebody takes them, with an exact account of the memory reserved for them.
///
/// An array that grows by itself doubles, and a budget that counts its elements then misses up to half of what is
/// held. Here the account is of what was asked for, not of what the allocator says it gave: the same traffic must
/// give the same counters, and meet its limits at the same byte, on every machine.
public struct ByteBuffer: Sendable {
    /// The bytes.
    public private(set) var bytes: [UInt8] = []
    /// How many bytes there is memory for: what the buffer costs.
    public private(set) var reserved = 0

    /// Nothing, at no cost.
    public init() {}

    /// Number of bytes in it.
    public var count: Int { bytes.count }

    /// How much would be reserved to hold `needed` bytes.
    ///
    /// While the budget is at most half used, a buffer grows to `ample`, which saves copies; beyond that by a quarter,
    /// which wastes less. Growth is in proportion to the buffer at all times, so that many small pieces do not make
    /// it copy itself with each of them.
    /// - Parameters:
    ///   - ample: What it is best to reserve where there is plenty.
    ///   - limit: The most that will ever be in it.
    ///   - kept: What all buffers under the budget cost now, this one with them.
    public func reservation(toHold needed: Int, ample: Int, limit: Int, kept: Int, budget: Int) -> Int {
        guard needed > reserved else { return reserved }
        let roomy = max(needed, min(limit, ample))
        if roomy <= budget / 2 - (kept - reserved) { return roomy }
        return max(needed, min(limit, reserved + reserved / 4))
    }

    /// Reserves memory for so many bytes; never less than there is.
    public mutating func reserve(_ capacity: Int) {
        guard capacity > reserved else { return }
        bytes.reserveCapacity(capacity)
        reserved = capacity
    }

    /// Adds bytes at the end. Where no memory was reserved for them, that is done for exactly these.
    public mutating func append(copying more: Span<UInt8>) {
        reserve(bytes.count + more.count)
        bytes.append(copying: more)
    }

    /// Puts bytes at a place, from 0 on; what lies between the end and the place becomes zero.
    public mutating func write(copying more: Span<UInt8>, at place: Int) {
        let missing = place + more.count - bytes.count
        if missing > 0 {
            reserve(bytes.count + missing)
            bytes.append(contentsOf: repeatElement(0, count: missing))
        }
        for index in 0..<more.count { bytes[place + index] = more[index] }
    }

    /// Removes all bytes but the last `count`, and where asked to gives back the memory of the others.
    public mutating func keepLast(_ count: Int, releasing: Bool) {
        if count == 0 {
            self = ByteBuffer()
        } else if releasing, reserved > count {
            bytes = Array(bytes.suffix(count))
            reserved = bytes.count
        } else if bytes.count > count {
            bytes.removeFirst(bytes.count - count)
        }
    }
}
