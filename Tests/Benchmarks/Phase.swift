/// How far the path of a packet is gone, for measuring.
enum Phase: String, CaseIterable {
    /// Frames out of a savefile.
    case read
    /// And each of them decoded.
    case decode
    /// And followed: defragmentation, flow table, reassembly.
    case flow
    /// And scanned with rules: the whole.
    case scan
}
