/// Where one header of a frame lies, for whoever has to change it.
public struct HeaderPlace: Equatable, Sendable {
    /// What it is.
    public var kind: Kind
    /// Its first byte, counted from the start of the frame.
    public var start: Int
    /// The first byte that was not read as part of it; equal to `start` where it did not parse.
    public var next: Int
    /// One past the last captured byte that the headers before it left to it.
    public var end: Int

    /// Headers that hold addresses or checksums; all others are one kind.
    public enum Kind: Equatable, Sendable {
        /// Ethernet, with two hardware addresses.
        case ethernet
        /// Linux cooked capture, with the sender's hardware address.
        case linuxCooked
        /// Its second version.
        case linuxCooked2
        /// IEEE 802.11, with three or four hardware addresses.
        case wireless
        /// IPv4, with its options.
        case ipv4
        /// The fixed header of IPv6.
        case ipv6
        /// The routing header of IPv6.
        case routing
        /// The fragment header of IPv6.
        case fragment
        /// TCP.
        case tcp
        /// UDP.
        case udp
        /// ICMP.
        case icmp
        /// ICMPv6.
        case icmpv6
        /// Generic routing encapsulation, which may have a checksum.
        case gre
        /// Any other header.
        case other
        /// What lies behind the last header that was read.
        case rest
    }
}

extension HeaderPlace.Kind {
    init(_ layer: Layer) {
        self =
            switch layer {
            case .ethernet: .ethernet
            case .linuxCooked: .linuxCooked
            case .linuxCooked2: .linuxCooked2
            case .wireless: .wireless
            case .ipv4: .ipv4
            case .ipv6: .ipv6
            case .routing: .routing
            case .fragmentHeader: .fragment
            case .tcp: .tcp
            case .udp: .udp
            case .icmp: .icmp
            case .icmpv6: .icmpv6
            case .gre: .gre
            default: .other
            }
    }
}
