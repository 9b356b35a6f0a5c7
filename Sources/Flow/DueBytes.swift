import NetTypes

/// What an earlier packet left behind and is due now.
public enum DueBytes: Sendable {
    /// Bytes next in the stream.
    case chunk(HeldChunk)
    /// Bytes that will never come: where, and how many.
    case gap(offset: UInt64, length: UInt64)

    /// Stream bytes that came early. Owned.
    public struct HeldChunk: Sendable {
        /// Stream offset of the first byte.
        public let offset: UInt64
        /// The segment's bytes, of which `range` counts.
        public let bytes: [UInt8]
        /// The part of `bytes` that is delivered.
        public let range: Range<Int>
        /// Number of the frame that brought them.
        public let frame: UInt64
        /// Capture time of that frame.
        public let timestamp: Timestamp
    }
}
