import Capture
import NetTypes

/// Frames from memory.
struct CannedFrames: FrameSource {
    /// What is left of them.
    var frames: [(header: FrameHeader, bytes: [UInt8])]
    /// True when reading fails at the end.
    var fails = false

    /// Ethernet frames captured at these milliseconds, each of 60 bytes that are its number.
    init(milliseconds: [Int64]) {
        frames = milliseconds.enumerated().map { place, time in
            let header = FrameHeader(
                number: UInt64(place + 1), timestamp: Timestamp(nanoseconds: time * 1_000_000),
                wireLength: 60,
                linkType: .ethernet)
            return (header, [UInt8](repeating: UInt8(truncatingIfNeeded: place + 1), count: 60))
        }
    }

    mutating func withNextFrame(_ body: (FrameHeader, Span<UInt8>) -> Void) throws(CaptureError) -> Bool {
        if frames.isEmpty {
            if fails { throw .unreadable(path: "canned", reason: "Input/output error") }
            return false
        }
        let next = frames.removeFirst()
        body(next.header, next.bytes.span)
        return true
    }
}
