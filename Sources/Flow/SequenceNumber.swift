/// Arithmetic of TCP sequence numbers, modulo 2³² (RFC 9293 section 3.4).
enum SequenceNumber {
    /// How far `number` lies after `reference`: −2³¹ to 2³¹−1, negative when before.
    @inline(__always)
    static func distance(from reference: UInt32, to number: UInt32) -> Int64 {
        Int64(Int32(bitPattern: number &- reference))
    }
}
