import NetTypes
import Testing
import Wire

@Suite("The link layer")
struct LinkLayerTests {
    static let quiet: [(String, LinkType, [UInt8])] = [
        (
            "ARP", .ethernet,
            Build.ethernet(0x0806, Build.hex("0001080006040001") + [UInt8](repeating: 0, count: 20))
        ),
        ("LLDP", .ethernet, Build.ethernet(0x88cc, Build.hex("0207 0402000000000a 0000"))),
        ("an unknown EtherType", .ethernet, Build.ethernet(0x9999, Build.packet4)),
        ("spanning tree", .ethernet, Build.ethernet(38, Build.hex("424203 0000000000"))),
        ("CDP in SNAP", .ethernet, Build.ethernet(20, Build.hex("aaaa03 00000c 2000 01b4"))),
        ("PPPoE discovery", .ethernet, Build.ethernet(0x8863, Build.hex("1109 0000 0000"))),
        (
            "a PPPoE message that is no session", .ethernet,
            Build.ethernet(0x8864, Build.hex("11a7 0001 0000"))
        ),
        ("LCP", .ppp, Build.hex("ff03 c021 01010004")),
        (
            "a pseudowire's own channel", .ethernet,
            Build.ethernet(0x8847, Build.hex("00011140 10000021 0000"))
        ),
        ("an 802.11 beacon", .wireless, Build.hex("8000 0000") + [UInt8](repeating: 0, count: 40)),
        ("an encrypted 802.11 frame", .wireless, Build.hex("0841 0000") + [UInt8](repeating: 0, count: 60)),
        (
            "an 802.11 frame without data", .wireless,
            Build.hex("4801 0000") + [UInt8](repeating: 0, count: 20)
        ),
        (
            "an aggregated 802.11 frame", .wireless,
            Build.hex("8801 0000") + [UInt8](repeating: 0, count: 20) + Build.hex("8000") + Build.packet4
        ),
        (
            "a later piece of an 802.11 frame", .wireless,
            Build.hex("0801 0000") + [UInt8](repeating: 0, count: 18) + Build.hex("0100") + Build.packet4
        ),
        ("another address family", .null, Build.hex("07000000 0102")),
        ("cooked ARP", .linuxCooked, Build.hex("0000 0001 0006 02000000000a0000 0806 0001")),
    ]

    @Test("holds frames that are well formed and not IP", arguments: quiet)
    func isNotIP(_ name: String, _ linkType: LinkType, _ bytes: [UInt8]) {
        #expect(outcome(bytes, linkType) == .notIP, "\(name)")
    }

    @Test("counts a link type that is not known")
    func unknownLinkType() {
        #expect(anomalies(outcome(Build.packet4, LinkType(rawValue: 147))) == [.unknownLinkType])
    }

    @Test("bounds the layer by an 802.3 length")
    func boundsByLength() {
        // The length leaves no room for the SNAP header.
        let short = Build.ethernet(6, Build.hex("aaaa03 000000 0800") + Build.packet4)
        #expect(anomalies(outcome(short)) == [.truncatedHeader])
    }

    @Test("counts VLAN tags beyond the two whose identifiers are kept, and stops at the limit")
    func manyTags() throws {
        let tags = (1...31).flatMap { Build.big16($0) + Build.big16($0 < 31 ? 0x8100 : 0x0800) }
        let frame = Build.ethernet(0x8100, tags + Build.packet4)
        let deep = try packet(frame, .ethernet, .init(layers: 34))
        #expect(deep.vlans.depth == 31)
        #expect(deep.vlans.identifiers == [1, 2])
        #expect(anomalies(outcome(frame)) == [.tooDeep])
    }

    @Test("believes the packet, not the EtherType, about its version, and says so")
    func otherVersion() throws {
        let four = try packet(Build.ethernet(0x86dd, Build.packet4))
        #expect(four.source == Build.source)
        #expect(list(four.anomalies) == [.ipVersionMismatch])
        let six = try packet(Build.packet6, .ipv4)
        #expect(six.source == Build.source6)
        #expect(list(six.anomalies) == [.ipVersionMismatch])
        #expect(anomalies(outcome(Build.ethernet(0x0800, Build.hex("7500")))) == [.ipVersionMismatch])
        #expect(anomalies(outcome(Build.hex("05"), .raw)) == [.ipVersionMismatch])
    }

    @Test("guesses below labels an Ethernet frame whose address looks like a version")
    func misleadingAddress() throws {
        let frame = Build.hex("4a000026000a 02000000000b 0800") + Build.packet4
        let packet = try packet(Build.ethernet(0x8847, Build.hex("00011140") + frame))
        #expect(packet.destinationPort == 6000)
    }

    @Test("guesses below labels an IP packet whose address looks like an EtherType")
    func misleadingType() throws {
        var inside = Build.packet4
        inside.replaceSubrange(12..<14, with: [0x08, 0x00])
        let packet = try packet(Build.ethernet(0x8847, Build.hex("00011140") + inside))
        #expect(packet.destinationPort == 6000)
    }
}
