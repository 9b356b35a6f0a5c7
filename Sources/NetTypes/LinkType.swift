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
    @inlinable public static var null: LinkType { LinkType(rawValue: 0) }
    /// Ethernet (IEEE 802.3).
    @inlinable public static var ethernet: LinkType { LinkType(rawValue: 1) }
    /// PPP, per RFC 1661 and RFC 1662.
    @inlinable public static var ppp: LinkType { LinkType(rawValue: 9) }
    /// Raw IP, under the number of most BSD systems.
    @inlinable public static var rawBSD: LinkType { LinkType(rawValue: 12) }
    /// Raw IP, under the number of OpenBSD.
    @inlinable public static var rawOpenBSD: LinkType { LinkType(rawValue: 14) }
    /// PPP in HDLC-like framing (RFC 1662), or Cisco HDLC.
    @inlinable public static var pppHDLC: LinkType { LinkType(rawValue: 50) }
    /// PPPoE session frames (RFC 2516).
    @inlinable public static var pppEthernet: LinkType { LinkType(rawValue: 51) }
    /// Raw IP; the version nibble tells which.
    @inlinable public static var raw: LinkType { LinkType(rawValue: 101) }
    /// Cisco HDLC.
    @inlinable public static var ciscoHDLC: LinkType { LinkType(rawValue: 104) }
    /// IEEE 802.11 wireless LAN.
    @inlinable public static var wireless: LinkType { LinkType(rawValue: 105) }
    /// OpenBSD loopback: address family in network byte order.
    @inlinable public static var loop: LinkType { LinkType(rawValue: 108) }
    /// Linux cooked capture, version 1.
    @inlinable public static var linuxCooked: LinkType { LinkType(rawValue: 113) }
    /// Radiotap header, then 802.11.
    @inlinable public static var radiotap: LinkType { LinkType(rawValue: 127) }
    /// Raw IPv4.
    @inlinable public static var ipv4: LinkType { LinkType(rawValue: 228) }
    /// Raw IPv6.
    @inlinable public static var ipv6: LinkType { LinkType(rawValue: 229) }
    /// IP over InfiniBand.
    @inlinable public static var ipOverInfiniBand: LinkType { LinkType(rawValue: 242) }
    /// Linux cooked capture, version 2.
    @inlinable public static var linuxCooked2: LinkType { LinkType(rawValue: 276) }
}
