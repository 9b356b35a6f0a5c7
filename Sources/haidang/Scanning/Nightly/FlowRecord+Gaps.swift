import NetTypes

extension FlowRecord {
    /// How many of its two streams have bytes that never came.
    var streamsWithGaps: UInt64 { (toServer.gapBytes > 0 ? 1 : 0) + (toClient.gapBytes > 0 ? 1 : 0) }
}
