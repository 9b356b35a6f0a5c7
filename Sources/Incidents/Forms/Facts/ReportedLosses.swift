/// What was not seen in a span of time. Without it, a report of what was seen claims more than it knows.
public struct ReportedLosses: Equatable, Sendable {
    /// Frames that came.
    public var received: UInt64
    /// Frames that were lost before anybody looked at them, by the network card, the kernel or this program.
    public var lost: UInt64
    /// Objects and streams that were scanned whole.
    public var scanned: UInt64
    /// Those that were not, or not whole.
    public var notScanned: UInt64

    /// Statistics from their numbers.
    public init(received: UInt64, lost: UInt64, scanned: UInt64, notScanned: UInt64) {
        self.received = received
        self.lost = lost
        self.scanned = scanned
        self.notScanned = notScanned
    }
}
