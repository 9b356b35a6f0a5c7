import NetTypes

/// What the next bytes of a frame are, as the header before them said; or how the descent ended.
enum Layer {
    // Link layer and below IP.
    case ethernet
    case fabricPath
    case vlan
    case llc
    case mpls
    case nsh
    case pppoe
    case ppp
    case pppHDLC
    case ciscoHDLC
    case linuxCooked
    case linuxCooked2
    case loopback
    case wireless
    case radiotap
    case infiniBand

    // IP.
    case ip
    case ipv4
    case ipv6
    case hopByHop
    case routing
    case fragmentHeader
    case destinationOptions
    case authentication

    // What IP carries.
    case tcp
    case udp
    case icmp
    case icmpv6
    case sctp
    case otherTransport
    case ipv4InIP
    case ipv6InIP
    case gre

    // Tunnels inside those.
    case erspan2
    case erspan3

    // Ends.
    /// The packet is filled in.
    case packet
    /// Well formed, but no IP packet.
    case notIP
    /// It does not parse.
    case broken(Anomaly)

    /// What a frame of this link type begins with.
    static func first(of linkType: LinkType) -> Layer {
        switch linkType {
        case .ethernet: .ethernet
        case .null, .loop: .loopback
        case .rawBSD, .rawOpenBSD, .raw: .ip
        case .ipv4: .ipv4
        case .ipv6: .ipv6
        case .linuxCooked: .linuxCooked
        case .linuxCooked2: .linuxCooked2
        case .ppp: .ppp
        case .pppHDLC: .pppHDLC
        case .pppEthernet: .pppoe
        case .ciscoHDLC: .ciscoHDLC
        case .wireless: .wireless
        case .radiotap: .radiotap
        case .ipOverInfiniBand: .infiniBand
        default: .broken(.unknownLinkType)
        }
    }
}
