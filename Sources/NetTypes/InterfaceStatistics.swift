/// What one interface handed over, and what was lost before it did:
/// `seen = frames + droppedByKernel`, once the kernel's buffer is empty.
public struct InterfaceStatistics: Equatable, Sendable {
    /// The interface's name.
    public var name: String
    /// Frames that were read from it.
    public var frames: UInt64 = 0
    /// Captured bytes of them.
    public var bytes: UInt64 = 0
    /// Bytes they had on the wire beyond what was captured (snaplen).
    public var bytesSnapped: UInt64 = 0
    /// Frames the kernel had no room for in its buffer.
    public var droppedByKernel: UInt64 = 0
    /// Frames the interface or its driver dropped, where the system says so.
    public var droppedByInterface: UInt64 = 0
    /// Times it went down.
    public var failures: UInt64 = 0
    /// True while frames can be read from it.
    public var isUp = true

    /// All zero.
    public init(name: String) { self.name = name }
}
