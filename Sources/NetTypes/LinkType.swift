/// What a frame begins with: a number of the LINKTYPE_ registry that pcap files carry.
///
/// Open on purpose: a file may say any number, and one that is not known is counted, not refused.
public struct LinkType: RawRepresentable, Hashable, Sendable {
    /// The LINKTYPE_ number (for live capture libpcap's DLT_ numbers are translated to these).
    public let rawValue: UInt16

    /// A link type by number.
    @inlinable
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// BSD loopback: four bytes of address family in the byte order of the capturing machine.
    public static let null = LinkType(rawValue: 0)
    /// Ethernet (IEEE 802.3).
    public static let ethernet = LinkType(rawValue: 1)
    /// PPP, per RFC 1661 and RFC 1662.
    public static let ppp = LinkType(rawValue: 9)
    /// Raw IP, under the number of most BSD systems.
    public static let rawBSD = LinkType(rawValue: 12)
    /// Raw IP, under the number of OpenBSD.
    public static let rawOpenBSD = LinkType(rawValue: 14)
    /// PPP in HDLC-like framing (RFC 1662), or Cisco HDLC.
    public static let pppHDLC = LinkType(rawValue: 50)
    /// PPPoE session frames (RFC 2516).
    public static let pppEthernet = LinkType(rawValue: 51)
    /// Raw IP; the version nibble tells which.
    public static let raw = LinkType(rawValue: 101)
    /// Cisco HDLC.
    public static let ciscoHDLC = LinkType(rawValue: 104)
    /// IEEE 802.11 wireless LAN.
    public static let wireless = LinkType(rawValue: 105)
    /// OpenBSD loopback: address family in network byte order.
    public static let loop = LinkType(rawValue: 108)
    /// Linux cooked capture, version 1.
    public static let linuxCooked = LinkType(rawValue: 113)
    /// Radiotap header, then 802.11.
    public static let radiotap = LinkType(rawValue: 127)
    /// Raw IPv4.
    public static let ipv4 = LinkType(rawValue: 228)
    /// Raw IPv6.
    public static let ipv6 = LinkType(rawValue: 229)
    /// IP over InfiniBand.
    public static let ipOverInfiniBand = LinkType(rawValue: 242)
    /// Linux cooked capture, version 2.
    public static let linuxCooked2 = LinkType(rawValue: 276)
}
