import Capture
import NetTypes

/// Frames that were read ahead, in order, with the time at which each is due: reading a file takes its time, which is
/// taken while there is nothing to send. The memory of a frame is used again for a later one.
struct WaitingFrames {
    /// The most frames that wait. A frame has at most 256 KiB.
    static let most = 64

    /// One of them.
    struct Waiting {
        var bytes: [UInt8] = []
        var header = FrameHeader(number: 0, timestamp: .zero, wireLength: 0, linkType: .ethernet)
        var due: Int64 = 0
    }

    private var slots = [Waiting](repeating: Waiting(), count: most)
    private var first = 0
    /// How many wait.
    private(set) var count = 0
    private var plan: SendingPlan

    /// None yet; each will be due as a plan says.
    init(_ plan: SendingPlan) {
        self.plan = plan
    }

    /// True when no more find room.
    var isFull: Bool { count == Self.most }

    /// When the next one is due; nil when none waits.
    var due: Int64? { count > 0 ? slots[first].due : nil }

    /// Takes the next frame in; there must be room.
    mutating func append(_ header: FrameHeader, _ frame: Span<UInt8>) {
        precondition(!isFull, "asked for before")
        let place = (first + count) % Self.most
        slots[place].header = header
        slots[place].due = plan.due(header.timestamp)
        slots[place].bytes.removeAll(keepingCapacity: true)
        slots[place].bytes.append(copying: frame)
        count += 1
    }

    /// Passes a frame over that will not be sent: those after it are due as if it had been.
    mutating func pass(_ header: FrameHeader) {
        _ = plan.due(header.timestamp)
    }

    /// What the next one begins with; nil when none waits.
    var linkType: LinkType? { count > 0 ? slots[first].header.linkType : nil }

    /// Lends the next one, and forgets it.
    mutating func withNext<Result>(_ body: (borrowing Waiting) -> Result) -> Result? {
        guard count > 0 else { return nil }
        let result = body(slots[first])
        first = (first + 1) % Self.most
        count -= 1
        return result
    }
}
