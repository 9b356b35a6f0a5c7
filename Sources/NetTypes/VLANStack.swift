/// The VLAN identifiers of a frame, outermost first; the first two are kept, the depth counts them all.
public struct VLANStack: Hashable, Codable, Sendable {
    /// The outer identifier (12 bits), meaningful when `depth` is at least 1.
    public private(set) var outer: UInt16 = 0
    /// The one inside it, meaningful when `depth` is at least 2.
    public private(set) var inner: UInt16 = 0
    /// How many tags the frame had.
    public private(set) var depth: UInt8 = 0

    /// No tag at all.
    @inlinable
    public init() {}

    /// Adds a tag inside those already here.
    public mutating func push(_ identifier: UInt16) {
        if depth == 0 { outer = identifier & 0xfff }
        if depth == 1 { inner = identifier & 0xfff }
        if depth < .max { depth += 1 }
    }

    /// The identifiers that are kept, outermost first.
    public var identifiers: [UInt16] {
        Array([outer, inner].prefix(Int(depth)))
    }
}
