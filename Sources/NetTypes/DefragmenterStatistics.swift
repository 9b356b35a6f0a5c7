/// What became of the fragments: `fragments = used + refused + dropped + waiting`.
public struct DefragmenterStatistics: Equatable, Sendable {
    /// Fragments received.
    public var fragments: UInt64 = 0
    /// Fragments that became part of a rebuilt datagram.
    public var used: UInt64 = 0
    /// Fragments refused for what they are (bounds).
    public var refused: UInt64 = 0
    /// Fragments given up with their datagram (timeout, limit, end of capture).
    public var dropped: UInt64 = 0
    /// Fragments that wait for the rest of their datagram now.
    public var waiting: UInt64 = 0
    /// Datagrams rebuilt.
    public var datagrams: UInt64 = 0
    /// The most bytes held at one time.
    public var peakBytes: UInt64 = 0

    /// All zero.
    public init() {}
}
