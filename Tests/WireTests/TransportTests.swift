import NetTypes
import Testing
import Wire

@Suite("The transport layer")
struct TransportTests {
    private func frame(_ transport: Int, _ segment: [UInt8], ipv6: Bool = false) -> [UInt8] {
        ipv6
            ? Build.ethernet(0x86dd, Build.ipv6(transport, segment))
            : Build.ethernet(0x0800, Build.ipv4(transport, segment))
    }

    @Test("reads the fields of a TCP header", arguments: [false, true])
    func tcp(_ ipv6: Bool) throws {
        let options = Build.hex("0204 05b4 0402 080a 0000 002a 0000 0001 01 03 03 07")
        let bytes = frame(6, Build.tcp(Build.text, options: options, ipv6: ipv6), ipv6: ipv6)
        let packet = try packet(bytes)
        #expect(
            packet.tcp
                == TCPHeader(
                    sequence: 0x0102_0304, acknowledgement: 0x0506_0708, flags: 0x18, window: 0x2000,
                    urgentPointer: 7, timestampValue: 42))
        #expect(packet.sourcePort == 5000 && packet.destinationPort == 6000)
        #expect(Array(bytes[packet.payload]) == Build.text)
        #expect(packet.checksum == .right)
        #expect(list(packet.anomalies) == [])
    }

    @Test("finds timestamps in their usual place")
    func usualTimestamps() throws {
        let options = Build.hex("0101 080a ffff fffe 0000 0001")
        #expect(
            try packet(frame(6, Build.tcp(Build.text, options: options))).tcp?.timestampValue == 0xffff_fffe)
    }

    @Test(
        "counts TCP options that do not parse",
        arguments: ["0200 0000", "0808 0000 0000 002a", "0101 0130", "0101 0102"])
    func badOptions(_ options: String) throws {
        let packet = try packet(frame(6, Build.tcp(Build.text, options: Build.hex(options))))
        #expect(packet.tcp != nil && packet.tcp?.timestampValue == nil)
        #expect(packet.payload.count == Build.text.count)
        #expect(list(packet.anomalies) == [.tcpOptions])
    }

    @Test("ignores what follows the end of TCP options")
    func endOfOptions() throws {
        #expect(list(try packet(frame(6, Build.tcp([], options: Build.hex("00ffffff")))).anomalies) == [])
    }

    @Test("counts impossible TCP flags", arguments: [0x00, 0x03, 0x06, 0x01, 0x29, 0x08, 0x05])
    func badFlags(_ flags: Int) throws {
        #expect(list(try packet(frame(6, Build.tcp([], flags: flags))).anomalies) == [.tcpFlags])
    }

    @Test(
        "knows the TCP flags of every day",
        arguments: [0x02, 0x12, 0x10, 0x18, 0x11, 0x04, 0x14, 0xc2, 0x52, 0x38])
    func goodFlags(_ flags: Int) throws {
        #expect(list(try packet(frame(6, Build.tcp([], flags: flags))).anomalies) == [])
    }

    @Test("keeps the ports and no payload of a TCP header that does not parse", arguments: [0x40, 0xf0])
    func badOffset(_ offset: UInt8) throws {
        var segment = Build.tcp(Build.text)
        segment[12] = offset
        let packet = try packet(frame(6, segment), .ethernet, .init(verifyChecksums: false))
        #expect(packet.tcp == nil)
        #expect(packet.destinationPort == 6000)
        #expect(packet.payload.isEmpty)
        #expect(list(packet.anomalies) == [.tcpHeaderLength])
    }

    @Test("needs the ports", arguments: [6, 17, 132])
    func noPorts(_ transport: Int) {
        #expect(anomalies(outcome(frame(transport, [0x13, 0x88, 0x17]))) == [.truncatedHeader])
    }

    @Test("keeps the ports of a header that ends early", arguments: [(6, 19), (17, 7), (132, 11)])
    func shortHeader(_ transport: Int, _ length: Int) throws {
        let packet = try packet(frame(transport, Array(Build.tcp([]).prefix(length))))
        #expect(packet.sourcePort == 5000 && packet.destinationPort == 6000)
        #expect(packet.payload.isEmpty && packet.tcp == nil)
        #expect(list(packet.anomalies) == [.truncatedHeader])
    }

    @Test("ends a UDP payload at the UDP length")
    func udpLength() throws {
        let bytes = frame(17, Build.udp(Build.text) + Build.hex("aabbcc"))
        let packet = try packet(bytes)
        #expect(Array(bytes[packet.payload]) == Build.text)
        #expect(packet.checksum == .right)
        #expect(list(packet.anomalies) == [])
    }

    @Test("takes all of a datagram whose UDP length cannot be", arguments: [0, 7, 19, 65535])
    func badUDPLength(_ length: Int) throws {
        var datagram = Build.udp(Build.text)
        datagram.replaceSubrange(4..<6, with: Build.big16(length))
        let packet = try packet(frame(17, datagram))
        #expect(packet.payload.count == Build.text.count)
        #expect(packet.checksum == .unchecked)
        #expect(list(packet.anomalies) == [.udpLength])
    }

    @Test("accepts a UDP datagram without checksum over IPv4")
    func noChecksum() throws {
        var datagram = Build.udp(Build.text)
        datagram.replaceSubrange(6..<8, with: [0, 0])
        let packet = try packet(frame(17, datagram))
        #expect(packet.checksum == .unchecked)
        #expect(list(packet.anomalies) == [])
    }

    @Test("reads the common header of SCTP")
    func sctp() throws {
        let bytes = frame(132, Build.hex("1388 1770 00000001 00000000") + Build.text)
        let packet = try packet(bytes)
        #expect(packet.sourcePort == 5000 && packet.destinationPort == 6000)
        #expect(Array(bytes[packet.payload]) == Build.text)
    }

    static let pairs = [8: 0, 0: 8, 13: 14, 14: 13, 15: 16, 16: 15, 17: 18, 18: 17, 10: 9, 9: 10]
    static let pairs6 = [
        128: 129, 129: 128, 133: 134, 134: 133, 135: 136, 136: 135, 130: 131, 131: 130, 144: 145, 145: 144,
        139: 140, 140: 139,
    ]

    @Test("gives ICMP messages the ports of Community ID", arguments: 0...255)
    func icmp(_ type: Int) throws {
        let bytes = frame(1, Build.icmp(type, 5, Build.text))
        let packet = try packet(bytes)
        #expect(packet.sourcePort == UInt16(type))
        #expect(packet.destinationPort == UInt16(Self.pairs[type] ?? 5))
        #expect(packet.isOneWay == (Self.pairs[type] == nil))
        #expect(Array(bytes[packet.payload]) == Build.text)
        #expect(packet.checksum == .right)
    }

    @Test("gives ICMPv6 messages the ports of Community ID", arguments: 0...255)
    func icmpv6(_ type: Int) throws {
        let packet = try packet(frame(58, Build.icmp(type, 5, Build.text, ipv6: true), ipv6: true))
        #expect(packet.sourcePort == UInt16(type))
        #expect(packet.destinationPort == UInt16(Self.pairs6[type] ?? 5))
        #expect(packet.isOneWay == (Self.pairs6[type] == nil))
        #expect(packet.checksum == .right)
    }

    @Test("does not decode the packet that an ICMP error quotes")
    func icmpError() throws {
        let packet = try packet(frame(1, Build.icmp(3, 4, [0, 0, 0, 0] + Build.packet4)))
        #expect(packet.transport == .icmp)
        #expect(packet.isOneWay)
        #expect(packet.payload.count == 4 + Build.packet4.count)
    }

    @Test("needs the first four bytes of an ICMP message", arguments: [(1, false), (58, true)])
    func shortICMP(_ transport: Int, _ ipv6: Bool) {
        #expect(anomalies(outcome(frame(transport, [8, 0, 0], ipv6: ipv6) + [0, 0])) == [.truncatedHeader])
    }
}
