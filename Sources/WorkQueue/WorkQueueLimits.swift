/// How long things may take, and how large they may be. The leader's decide about a work list; a taker's about its own calls.
public struct WorkQueueLimits: Equatable, Sendable {
    /// How long a taker may be silent before its item is given to another one (from 100 ms on).
    public var silence: Duration = .seconds(20)
    /// How long a leader may be silent before another one may take the work list (from 1 s on). Servers measure it.
    public var claim: Duration = .seconds(30)
    /// How long a call tries again while servers are away or elect a leader among themselves.
    public var patience: Duration = .seconds(60)
    /// How long one try waits for its answer.
    public var answer: Duration = .seconds(3)
    /// The most bytes of one part of a result; fewer where the server takes less.
    public var part = 512 << 10
    /// The file with the certificates that servers are trusted by, over TLS; empty for those of the system.
    public var authorities = ""

    /// The limits that fit scans of captures over a network that usually works.
    public init() {}
}
