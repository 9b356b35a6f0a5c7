/// What went through one ring, from a capture thread to a worker: `offered = pushed + dropped`.
public struct RingStatistics: Equatable, Sendable {
    /// Position of the interface that feeds it.
    public var interface: Int
    /// Position of the worker that empties it.
    public var worker: Int
    /// Bytes it can hold.
    public var capacity = 0
    /// Bytes in it now.
    public var depth = 0
    /// The most bytes that were in it.
    public var highWater = 0
    /// Frames that were to go in.
    public var offered: UInt64 = 0
    /// Frames that went in, whole or without payload.
    public var pushed: UInt64 = 0
    /// Frames it had no room for.
    public var dropped: UInt64 = 0
    /// Frames whose encrypted payload was left out under pressure.
    public var shedEncrypted: UInt64 = 0
    /// Bytes of that payload.
    public var shedEncryptedBytes: UInt64 = 0
    /// Frames whose payload, deep in a long stream, was left out under pressure.
    public var shedDeep: UInt64 = 0
    /// Bytes of that payload.
    public var shedDeepBytes: UInt64 = 0

    /// All zero.
    public init(interface: Int, worker: Int) {
        self.interface = interface
        self.worker = worker
    }
}
