import NetTypes

/// An object that has ended: what is to be said of it, and the bytes that were kept of it.
public struct ExtractedObject: Sendable {
    /// What is to be said. `object.size` is the number of bytes kept.
    public var record: FileRecord
    /// The bytes kept, from the start.
    public var bytes: [UInt8]
    /// How many objects it lies inside of.
    var depth = 0
}
