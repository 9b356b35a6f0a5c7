import NetTypes

/// Capture time as the frames of one source tell it, for whoever hands frames to several inspectors: each is told the
/// time at the very frames at which one inspector alone would look at it.
struct CaptureTime {
    /// Nanoseconds of capture time between two looks at timeouts.
    static let interval: Int64 = 1_000_000_000

    /// The newest time seen; nil before the first frame.
    private(set) var now: Timestamp?
    /// Frames that were older than one before them.
    private(set) var regressions: UInt64 = 0
    private var nextSweep = Timestamp.zero

    /// Takes the time of the next frame; true when timeouts are to be looked at before it is inspected.
    mutating func advance(to time: Timestamp) -> Bool {
        guard let newest = now else {
            now = time
            nextSweep = time.advanced(by: Self.interval)
            return true
        }
        if time < newest {
            regressions += 1
        } else {
            now = time
        }
        guard time >= nextSweep else { return false }
        nextSweep = time.advanced(by: Self.interval)
        return true
    }
}
