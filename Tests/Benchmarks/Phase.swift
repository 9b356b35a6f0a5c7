/// How far the path of a packet is gone, for measuring.
enum Phase: String, CaseIterable {
    /// Frames out of a savefile.
    case read
    /// And each of them decoded.
    case decode
    /// And followed: defragmentation, flow table, reassembly.
    case flow
    /// And scanned with rules, streams and datagrams as they are.
    case scan
    /// And application protocols read, and objects taken out, decoded, hashed and scanned as well: the whole.
    case objects
}
