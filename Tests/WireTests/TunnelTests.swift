import NetTypes
import Testing
import Wire

@Suite("A tunnel")
struct TunnelTests {
    private func inUDP(_ port: Int, _ payload: [UInt8], from: Int = 40000) -> [UInt8] {
        Build.ethernet(0x0800, Build.ipv4(17, Build.udp(payload, from: from, to: port)))
    }

    static let lies: [(String, Int, [UInt8])] = [
        (
            "VXLAN without its flag", 4789,
            Build.hex("00000000 00002a00") + Build.ethernet(0x0800, Build.packet4)
        ),
        ("VXLAN, too short", 4789, Build.hex("08000000")),
        ("VXLAN-GPE of another version", 4790, Build.hex("1c000001 00002a00") + Build.packet4),
        ("GENEVE of another version", 6081, Build.hex("4000 0800 00002a00") + Build.packet4),
        ("GENEVE with options beyond its end", 6081, Build.hex("3f00 0800 00002a00") + Build.packet4),
        ("Teredo with other bytes", 3544, Build.text),
        (
            "Teredo with an inner length that does not fit", 3544,
            Build.ipv6(17, Build.text, payloadLength: 11)
        ),
        ("Teredo with IPv4", 3544, Build.packet4),
        ("GTP-U of another version", 2152, Build.hex("10ff 0026 0000002a") + Build.packet4),
        ("a GTP-U echo", 2152, Build.hex("3001 0004 00000000 00000000")),
        ("ARP in VXLAN", 4789, Build.hex("08000000 00002a00") + Build.ethernet(0x0806, Build.text)),
    ]

    @Test("that only a port announces is not believed", arguments: lies)
    func lyingPort(_ name: String, _ port: Int, _ payload: [UInt8]) throws {
        let bytes = inUDP(port, payload)
        let packet = try packet(bytes)
        #expect(packet.transport == .udp && packet.tunnelDepth == 0, "\(name)")
        #expect(packet.sourcePort == 40000 && packet.destinationPort == UInt16(port), "\(name)")
        #expect(Array(bytes[packet.payload]) == payload, "\(name)")
        #expect(packet.checksum == .right, "\(name)")
        #expect(list(packet.anomalies) == [], "\(name)")
    }

    static let broken: [(String, [UInt8])] = [
        (
            "IPv4 in VXLAN with a bad header length",
            Build.udp(
                Build.hex("08000000 00002a00")
                    + Build.ethernet(0x0800, Build.hex("41") + [UInt8](repeating: 0, count: 30)), to: 4789)
        ),
        (
            "a user packet of no version in GTP-U",
            Build.udp(Build.hex("30ff 0004 0000002a 00000000"), to: 2152)
        ),
        (
            "a GTP-U length beyond the datagram",
            Build.udp(Build.hex("30ff 00ff 0000002a") + Build.packet4, to: 2152)
        ),
        (
            "a GTP-U extension of no length",
            Build.udp(Build.hex("34ff 0008 0000002a 0000 00 85 00000000"), to: 2152)
        ),
    ]

    @Test("whose content does not parse leaves its carrier", arguments: broken)
    func brokenContent(_ name: String, _ datagram: [UInt8]) throws {
        let bytes = Build.ethernet(0x0800, Build.ipv4(17, datagram))
        let packet = try packet(bytes)
        #expect(packet.transport == .udp && packet.tunnelDepth == 0, "\(name)")
        #expect(Array(bytes[packet.payload]) == Array(datagram.dropFirst(8)), "\(name)")
        #expect(packet.anomalies.contains(.tunnelHeader), "\(name)")
    }

    static let brokenGRE = [
        "0000", "0003 0800 45", "c000 0800 0000", "4000 0800 0000 0000 0002 00 04 0a00",
        "1000 88be 00000001 2001 0001 00000000", "1000 22eb 00000001 1001 0001 00000000 0000 8000",
        "3001 0800 0004 0001 00000001 00000000",
        "3001 880b 0040 0001 00000001 0021",
    ]

    @Test("in GRE that does not parse leaves the GRE packet", arguments: brokenGRE)
    func gre(_ header: String) throws {
        let payload = Build.hex(header)
        let bytes = Build.ethernet(0x0800, Build.ipv4(47, payload))
        let packet = try packet(bytes)
        #expect(packet.transport.rawValue == 47 && packet.tunnelDepth == 0)
        #expect(Array(bytes[packet.payload]) == payload)
        #expect(packet.anomalies.contains(.tunnelHeader))
    }

    @Test(
        "in GRE that we do not read is the payload of the GRE packet",
        arguments: [
            "0000 0000", "0000 00fe 83", "2081 880b 0000 0001 00000002",
            "1000 22eb 00000001 2001 0001 00000000 0000 1c00 00",
        ])
    func otherGRE(_ header: String) throws {
        let packet = try packet(Build.ethernet(0x0800, Build.ipv4(47, Build.hex(header))))
        #expect(packet.transport.rawValue == 47 && packet.tunnelDepth == 0)
        #expect(list(packet.anomalies) == [])
    }

    private func nested(_ depth: Int) -> [UInt8] {
        Build.ethernet(0x0800, (0..<depth).reduce(Build.packet4) { inner, _ in Build.ipv4(4, inner) })
    }

    @Test("in a tunnel is followed to the depth that is configured", arguments: [0, 1, 3, 8])
    func depth(_ limit: Int) throws {
        let configuration = DecoderConfiguration(tunnelDepth: limit)
        let reached = try packet(nested(limit), .ethernet, configuration)
        #expect(reached.transport == .udp && Int(reached.tunnelDepth) == limit)
        #expect(list(reached.anomalies) == [])
        let beyond = try packet(nested(limit + 1), .ethernet, configuration)
        #expect(beyond.transport.rawValue == 4 && Int(beyond.tunnelDepth) == limit)
        #expect(beyond.payload.count == Build.packet4.count)
        #expect(list(beyond.anomalies) == [.tooDeep])
    }

    @Test("beyond the limit of layers leaves its carrier")
    func layers() throws {
        let packet = try packet(nested(4), .ethernet, .init(layers: 4))
        #expect(packet.transport.rawValue == 4 && packet.tunnelDepth == 0)
        #expect(list(packet.anomalies) == [.tooDeep])
    }

    @Test("keeps what was odd about its carrier, and nothing else of it")
    func carrier() throws {
        var bytes = inUDP(
            4789, Build.hex("08000000 00002a00") + Build.ethernet(0x0800, Build.ipv4(89, Build.text)))
        bytes[14 + 20 + 6] ^= 0x55
        let packet = try packet(bytes)
        #expect(packet.transport.rawValue == 89)
        #expect(packet.sourcePort == 0 && packet.destinationPort == 0)
        #expect(packet.checksum == .unchecked)
        #expect(list(packet.anomalies) == [.transportChecksum])
    }

    @Test("may carry a fragment, whose header is that of the inner packet")
    func fragment() throws {
        let inner = Build.ipv4(17, Build.text, place: 0x2000)
        let packet = try packet(Build.ethernet(0x0800, Build.ipv4(47, Build.hex("0000 0800") + inner)))
        #expect(packet.fragment?.offset == 0)
        #expect(packet.networkHeader == 38..<58)
        #expect(packet.tunnelDepth == 1)
    }

    @Test("over IPv6 needs no UDP checksum")
    func zeroChecksum() throws {
        var datagram = Build.udp(
            Build.hex("08000000 00002a00") + Build.ethernet(0x0800, Build.packet4), to: 4789, ipv6: true)
        datagram.replaceSubrange(6..<8, with: [0, 0])
        let packet = try packet(Build.ethernet(0x86dd, Build.ipv6(17, datagram)))
        #expect(packet.tunnelDepth == 1)
        #expect(list(packet.anomalies) == [])
    }
}
