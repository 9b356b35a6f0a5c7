import Flow
import NetTypes

/// How many bytes of payload each direction of TCP flows has brought past a capture thread. A worker would know it better, but
/// a whole ring too late.
///
/// A table of one counter for each slot, without chains: of two directions in one slot the later is counted from its beginning
/// again, which costs a chance to shed and nothing else. Bytes that come twice count twice.
struct StreamDepths {
    private struct Slot {
        /// The keyed hash of a direction.
        var stream: UInt64 = 0
        var bytes: UInt64 = 0
    }

    private let hash: KeyedHash
    private var slots: [Slot]

    /// 512 KiB, which a cache holds.
    private static let count = 1 << 15

    /// Counters of zero for flows hashed so.
    init(_ hash: KeyedHash) {
        self.hash = hash
        slots = Array(repeating: Slot(), count: Self.count)
    }

    /// Adds the payload of a segment, and says how much there was before it. A SYN begins anew.
    mutating func add(_ segment: TCPPayload) -> UInt64 {
        let stream = hash(segment.stream)
        let place = Int(truncatingIfNeeded: stream >> 48) & (Self.count - 1)
        if segment.opens || slots[place].stream != stream { slots[place] = Slot(stream: stream) }
        let before = slots[place].bytes
        slots[place].bytes &+= UInt64(segment.payload.count)
        return before
    }
}
