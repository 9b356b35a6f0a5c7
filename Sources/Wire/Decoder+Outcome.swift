import NetTypes

extension Decoder {
    /// What became of a frame.
    public enum Outcome: Equatable, Sendable {
        /// A whole IP packet, or a piece of one when its `fragment` is set.
        case packet(Packet)
        /// A well-formed frame without an IP packet that could be read: ARP, LLDP, spanning tree, an
        /// encrypted 802.11 frame, and the like.
        case notIP
        /// No IP packet could be reached; the set says why and is never empty.
        case undecoded(AnomalySet)
    }
}
