import NetTypes

/// One frame of each encapsulation, all around the same UDP packet, with the headers as they are on the wire.
struct GalleryFrame: CustomStringConvertible, Sendable {
    var description: String
    var linkType: LinkType = .ethernet
    var bytes: [UInt8]
    var isIPv6 = false
    var vlans: [UInt16] = []
    var tunnels: UInt8 = 0

    init(
        _ name: String, _ bytes: [UInt8], _ linkType: LinkType = .ethernet, isIPv6: Bool = false,
        vlans: [UInt16] = [], tunnels: UInt8 = 0
    ) {
        description = name
        self.bytes = bytes
        self.linkType = linkType
        self.isIPv6 = isIPv6
        self.vlans = vlans
        self.tunnels = tunnels
    }
}

enum Gallery {
    static let all = link + otherLinks + wireless + extensionHeaders + gre + udpTunnels + ipTunnels

    /// Those, and one frame of each transport and of each kind of fragment.
    static let hostile = all + transports

    private static let four = Build.packet4
    private static let six = Build.packet6
    private static let inFrame = Build.ethernet(0x0800, Build.packet4)
    private static func hex(_ digits: String) -> [UInt8] { Build.hex(digits) }

    static let link: [GalleryFrame] = [
        .init("Ethernet, IPv4", inFrame),
        .init("Ethernet, IPv6", Build.ethernet(0x86dd, six), isIPv6: true),
        .init("802.3, SNAP", Build.ethernet(46, hex("aaaa03 000000 0800") + four)),
        .init("802.3, SNAP of a bridge tunnel", Build.ethernet(46, hex("aaaa03 0000f8 0800") + four)),
        .init("802.3, LLC with the IP access point", Build.ethernet(41, hex("060603") + four)),
        .init("802.1Q", Build.ethernet(0x8100, hex("6064 0800") + four), vlans: [100]),
        .init("802.1ad", Build.ethernet(0x88a8, hex("0064 8100 00c8 0800") + four), vlans: [100, 200]),
        .init(
            "three tags", Build.ethernet(0x9100, hex("0001 8100 0002 8100 0003 86dd") + six), isIPv6: true,
            vlans: [1, 2]),
        .init("MPLS", Build.ethernet(0x8847, hex("00010040 00011140") + four)),
        .init("MPLS, IPv6", Build.ethernet(0x8848, hex("00011140") + six), isIPv6: true),
        .init("MPLS, explicit null", Build.ethernet(0x8847, hex("00010040 00000140") + four)),
        .init("MPLS, pseudowire", Build.ethernet(0x8847, hex("00011140 00000007") + inFrame)),
        .init("MPLS, pseudowire without control word", Build.ethernet(0x8847, hex("00011140") + inFrame)),
        .init("PPPoE", Build.ethernet(0x8864, hex("1100 0001 0028 0021") + four)),
        .init("PPPoE, IPv6", Build.ethernet(0x8864, hex("1100 0001 003c 0057") + six), isIPv6: true),
        .init("FabricPath", Build.ethernet(0x8903, hex("0001") + inFrame)),
        .init("NSH", Build.ethernet(0x894f, hex("0fc2 0101 000001ff") + four)),
        .init(
            "NSH, metadata, Ethernet", Build.ethernet(0x894f, hex("0fc3 0203 000001ff 00000000") + inFrame)),
        .init(
            "NSH, long metadata",
            Build.ethernet(0x894f, hex("0fe1 0201") + [UInt8](repeating: 0, count: 128) + four)),
        .init("transparent bridging", Build.ethernet(0x6558, inFrame)),
    ]

    static let otherLinks: [GalleryFrame] = [
        .init("raw", four, .raw),
        .init("raw, IPv6", six, .raw, isIPv6: true),
        .init("raw, 12", four, .rawBSD),
        .init("raw, 14", six, .rawOpenBSD, isIPv6: true),
        .init("raw IPv4", four, .ipv4),
        .init("raw IPv6", six, .ipv6, isIPv6: true),
        .init("null, little endian", hex("02000000") + four, .null),
        .init("null, big endian", hex("00000002") + four, .null),
        .init("null, family 30", hex("1e000000") + six, .null, isIPv6: true),
        .init("null, family 28", hex("1c000000") + six, .null, isIPv6: true),
        .init("loop, family 24", hex("00000018") + six, .loop, isIPv6: true),
        .init("loop, family 10", hex("0000000a") + six, .loop, isIPv6: true),
        .init("PPP", hex("0021") + four, .ppp),
        .init("PPP, address and control", hex("ff03 0057") + six, .pppHDLC, isIPv6: true),
        .init("PPP, compressed protocol", hex("21") + four, .ppp),
        .init("PPP, MPLS", hex("0281 00011140") + four, .ppp),
        .init("PPPoE without Ethernet", hex("1100 0001 0028 0021") + four, .pppEthernet),
        .init("Cisco HDLC", hex("0f00 0800") + four, .ciscoHDLC),
        .init("Cisco HDLC as PPP", hex("8f00 86dd") + six, .pppHDLC, isIPv6: true),
        .init("cooked", hex("0000 0001 0006 02000000000a0000 0800") + four, .linuxCooked),
        .init(
            "cooked, VLAN", hex("0000 0001 0006 02000000000a0000 8100 0007 0800") + four, .linuxCooked,
            vlans: [7]),
        .init(
            "cooked 2", hex("86dd 0000 00000003 0001 00 06 02000000000a0000") + six, .linuxCooked2,
            isIPv6: true),
        .init(
            "InfiniBand", [UInt8](repeating: 0, count: 40) + hex("0800 0000") + four, .ipOverInfiniBand),
    ]

    private static let addresses = hex("02000000000a 02000000000b 02000000000c")
    private static let snap = hex("aaaa03 000000 0800")

    static let wireless: [GalleryFrame] = [
        .init("802.11", hex("0801 0000") + addresses + hex("1000") + snap + four, .wireless),
        .init("802.11, QoS", hex("8802 0000") + addresses + hex("1000 0000") + snap + four, .wireless),
        .init(
            "802.11, four addresses, QoS, HT",
            hex("8883 0000") + addresses + hex("1000 02000000000d 0000 00000000") + snap + four, .wireless),
        .init(
            "radiotap",
            hex("0000 0900 02000000 00") + hex("0801 0000") + addresses + hex("1000") + snap + four, .radiotap
        ),
        .init(
            "radiotap, timer, padded header",
            hex("0000 1900 03000080 00000000 00000000 0102030405060708 20") + hex("8802 0000") + addresses
                + hex("1000 0000 0000") + snap + four, .radiotap),
    ]

    private static func extended(_ first: Int, _ headers: String) -> [UInt8] {
        Build.ethernet(0x86dd, Build.ipv6(first, hex(headers) + Build.udp(Build.text, ipv6: true)))
    }

    static let extensionHeaders: [GalleryFrame] = [
        .init("IPv4 with options", Build.ethernet(0x0800, optioned), isIPv6: false),
        .init("hop-by-hop", extended(0, "11 00 0502 0000 0100"), isIPv6: true),
        .init("routing, arrived", extended(43, "11 00 0000 00000000"), isIPv6: true),
        .init("destination options", extended(60, "11 01 010c 00000000 00000000 00000000"), isIPv6: true),
        .init("atomic fragment", extended(44, "11 00 0000 deadbeef"), isIPv6: true),
        .init(
            "authentication", extended(51, "11 04 0000 00000001 00000002 000000000000000000000000"),
            isIPv6: true),
        .init(
            "all in a row",
            extended(
                0,
                "3c00 0104 00000000 2b00 0104 00000000 2c00 0400 00000000 3c00 0000 00000001"
                    + "1100 0104 00000000"),
            isIPv6: true),
    ]

    private static let optioned = Build.ipv4(17, Build.udp(Build.text), options: hex("01 0704 0000 00 0000"))

    private static func inGRE(_ header: String, _ payload: [UInt8]) -> [UInt8] {
        Build.ethernet(0x0800, Build.ipv4(47, hex(header) + payload))
    }

    static let gre: [GalleryFrame] = [
        .init("GRE", inGRE("0000 0800", four), tunnels: 1),
        .init(
            "GRE, all fields", inGRE("b000 86dd 0000 0000 0000002a 00000001", six), isIPv6: true, tunnels: 1),
        .init(
            "GRE, source route", inGRE("4000 0800 0000 0000 0002 00 04 0a000001 0000 00 00", four), tunnels: 1
        ),
        .init("GRE, Ethernet", inGRE("2000 6558 00000001", inFrame), tunnels: 1),
        .init("GRE, MPLS", inGRE("0000 8847 00011140", four), tunnels: 1),
        .init("GRE, PPP", inGRE("0000 880b ff03 0021", four), tunnels: 1),
        .init("PPTP", inGRE("3081 880b 002a 0001 00000001 00000002 ff03 0021", four), tunnels: 1),
        .init("ERSPAN I", inGRE("0000 88be", inFrame), tunnels: 1),
        .init("ERSPAN II", inGRE("1000 88be 00000001 1001 0001 00000000", inFrame), tunnels: 1),
        .init("ERSPAN III", inGRE("1000 22eb 00000001 2001 0001 00000000 0000 8000", inFrame), tunnels: 1),
        .init(
            "ERSPAN III, platform header",
            inGRE("1000 22eb 00000001 2001 0001 00000000 0000 8001 0000000000000000", inFrame), tunnels: 1),
        .init("ERSPAN III, IP", inGRE("1000 22eb 00000001 2001 0001 00000000 0000 0800", four), tunnels: 1),
    ]

    private static func inUDP(_ port: Int, _ header: String, _ payload: [UInt8], from: Int = 40000) -> [UInt8]
    {
        Build.ethernet(0x0800, Build.ipv4(17, Build.udp(hex(header) + payload, from: from, to: port)))
    }

    static let udpTunnels: [GalleryFrame] = [
        .init("VXLAN", inUDP(4789, "08000000 00002a00", inFrame), tunnels: 1),
        .init("VXLAN, 8472", inUDP(8472, "08000000 00002a00", inFrame), tunnels: 1),
        .init("VXLAN-GPE, IPv6", inUDP(4790, "0c000002 00002a00", six), isIPv6: true, tunnels: 1),
        .init(
            "VXLAN-GPE, NSH", inUDP(4790, "0c000004 00002a00 0fc2 0101 000001ff", four), tunnels: 1),
        .init("VXLAN-GPE, Ethernet", inUDP(4790, "08000000 00002a00", inFrame), tunnels: 1),
        .init("GENEVE", inUDP(6081, "0000 6558 00002a00", inFrame), tunnels: 1),
        .init(
            "GENEVE, options, IPv6", inUDP(6081, "0200 86dd 00002a00 0102 03 01 00000000", six), isIPv6: true,
            tunnels: 1),
        .init("Teredo", inUDP(3544, "", six), isIPv6: true, tunnels: 1),
        .init(
            "Teredo, answer, origin", inUDP(50000, "0000 1234 0a000001", six, from: 3544), isIPv6: true,
            tunnels: 1),
        .init(
            "Teredo, authentication, origin",
            inUDP(3544, "0001 02 01 aabb cc 0102030405060708 00 0000 1234 0a000001", six), isIPv6: true,
            tunnels: 1),
        .init("GTP-U", inUDP(2152, "30ff 0026 0000002a", four), tunnels: 1),
        .init("GTP-U, from its port", inUDP(50000, "30ff 0026 0000002a", four, from: 2152), tunnels: 1),
        .init("GTP-U, sequence", inUDP(2152, "32ff 002a 0000002a 0001 00 00", four), tunnels: 1),
        .init(
            "GTP-U, extension", inUDP(2152, "34ff 0042 0000002a 0000 00 85 01 0000 00", six), isIPv6: true,
            tunnels: 1),
    ]

    static let ipTunnels: [GalleryFrame] = [
        .init("4in4", Build.ethernet(0x0800, Build.ipv4(4, four)), tunnels: 1),
        .init("6in4", Build.ethernet(0x0800, Build.ipv4(41, six)), isIPv6: true, tunnels: 1),
        .init("4in6", Build.ethernet(0x86dd, Build.ipv6(4, four)), tunnels: 1),
        .init("6in6", Build.ethernet(0x86dd, Build.ipv6(41, six)), isIPv6: true, tunnels: 1),
        .init(
            "GRE in GRE", inGRE("0000 0800", Build.ipv4(47, hex("0000 0800") + four)), tunnels: 2),
        .init(
            "VLAN, VXLAN, VLAN, 6in4",
            Build.ethernet(
                0x8100,
                hex("0005 0800")
                    + Build.ipv4(
                        17,
                        Build.udp(
                            hex("08000000 00002a00")
                                + Build.ethernet(0x8100, hex("0006 0800") + Build.ipv4(41, six)), to: 4789))),
            isIPv6: true, vlans: [5, 6], tunnels: 2),
    ]

    private static func over4(_ name: String, _ transport: Int, _ segment: [UInt8]) -> GalleryFrame {
        .init(name, Build.ethernet(0x0800, Build.ipv4(transport, segment)))
    }

    private static func over6(_ name: String, _ transport: Int, _ segment: [UInt8]) -> GalleryFrame {
        .init(name, Build.ethernet(0x86dd, Build.ipv6(transport, segment)), isIPv6: true)
    }

    static let transports: [GalleryFrame] = [
        over4("TCP", 6, Build.tcp(Build.text, options: hex("0204 05b4 0101 080a 0000002a 00000001 0000"))),
        over6(
            "TCP over IPv6", 6, Build.tcp(Build.text, options: hex("0101080a 0000002a 00000001"), ipv6: true)),
        over4("ICMP", 1, Build.icmp(8, 0, Build.text)),
        over6("ICMPv6", 58, Build.icmp(128, 0, Build.text, ipv6: true)),
        over4("SCTP", 132, hex("1388 1770 00000001 00000000") + Build.text),
        .init("IPv4 fragment", Build.ethernet(0x0800, Build.ipv4(17, Build.text, place: 0x2001))),
        over6("IPv6 fragment", 0, hex("2c00 0104 00000000 1100 0009 00000001") + Build.text),
        over6(
            "jumbo payload", 0, hex("0600 c204 00011178") + [UInt8](repeating: 0, count: 40)),
    ]
}
