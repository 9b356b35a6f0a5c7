import NetTypes
import Testing
import Wire

@Suite("A datagram put together from fragments")
struct DatagramHeaderTests {
    /// Cuts `datagram` in two and decodes the pieces.
    private func pieces(_ datagram: [UInt8], _ frame: ([UInt8], _ isLast: Bool) -> [UInt8]) throws -> (
        [UInt8], Packet
    ) {
        let first = frame(Array(datagram.prefix(8)), false)
        let second = frame(Array(datagram.dropFirst(8)), true)
        let head = try packet(first)
        let tail = try packet(second)
        #expect(head.fragment?.moreFollow == true && tail.fragment?.moreFollow == false)
        #expect(tail.fragment?.offset == 8)
        let payload = Array(first[head.payload]) + Array(second[tail.payload])
        let header = DatagramHeader.rebuilt(
            header: Array(first[head.networkHeader]), payloadLength: payload.count, transport: head.transport)
        return (try #require(header) + payload, head)
    }

    @Test("of IPv4 decodes like one that was never cut")
    func ipv4() throws {
        let options = Build.hex("01010100")
        let (bytes, outer) = try pieces(Build.udp(Build.text)) { piece, isLast in
            Build.ethernet(
                0x8100,
                Build.hex("0007 0800") + Build.ipv4(17, piece, options: options, place: isLast ? 1 : 0x2000))
        }
        #expect(bytes == Build.ipv4(17, Build.udp(Build.text), options: options))
        guard case .packet(let packet) = Wire.Decoder().decodeDatagram(bytes.span, inside: outer) else {
            Issue.record("no packet")
            return
        }
        #expect(packet.destinationPort == 6000)
        #expect(packet.vlans.identifiers == [7])
        #expect(packet.checksum == .right)
        #expect(packet.fragment == nil && packet.networkHeader.isEmpty)
        #expect(list(packet.anomalies) == [])
    }

    @Test("of IPv6 decodes on with the headers of both parts")
    func ipv6() throws {
        let rest = Build.hex("1100 0104 00000000") + Build.udp(Build.text, ipv6: true)
        let (bytes, outer) = try pieces(rest) { piece, isLast in
            let header = isLast ? "3c00 0008 00000001" : "3c00 0001 00000001"
            return Build.ethernet(0x86dd, Build.ipv6(0, Build.hex("2c00 0104 00000000" + header) + piece))
        }
        #expect(bytes == Build.ipv6(0, Build.hex("3c00 0104 00000000") + rest))
        guard case .packet(let packet) = Wire.Decoder().decodeDatagram(bytes.span, inside: outer) else {
            Issue.record("no packet")
            return
        }
        #expect(packet.transport == .udp && packet.destinationPort == 6000)
        #expect(packet.checksum == .right)
        #expect(list(packet.anomalies) == [])
    }

    @Test("goes on at the depth of what it came in")
    func depth() {
        var outer = Packet()
        outer.tunnelDepth = 7
        let bytes = Build.ipv4(4, Build.ipv4(4, Build.packet4))
        let result = Wire.Decoder().decodeDatagram(bytes.span, inside: outer)
        guard case .packet(let packet) = result else {
            Issue.record("no packet but \(result)")
            return
        }
        #expect(packet.tunnelDepth == 8)
        #expect(packet.transport.rawValue == 4)
        #expect(list(packet.anomalies) == [.tooDeep])
    }

    @Test("is not made when its length cannot be said")
    func tooLong() {
        let four = Array(Build.packet4.prefix(20))
        let six = Array(Build.ipv6(44, []).prefix(40))
        #expect(DatagramHeader.rebuilt(header: four, payloadLength: 65_515, transport: .udp) != nil)
        #expect(DatagramHeader.rebuilt(header: four, payloadLength: 65_516, transport: .udp) == nil)
        #expect(DatagramHeader.rebuilt(header: six, payloadLength: 65_535, transport: .udp) != nil)
        #expect(DatagramHeader.rebuilt(header: six, payloadLength: 65_536, transport: .udp) == nil)
        #expect(DatagramHeader.rebuilt(header: four, payloadLength: -1, transport: .udp) == nil)
        #expect(DatagramHeader.rebuilt(header: four, payloadLength: .max, transport: .udp) == nil)
    }

    @Test("is not made from bytes that are no header", arguments: ["", "45", "7500", "60", "4600"])
    func noHeader(_ start: String) {
        let short = Build.hex(start)
        let padded = short + [UInt8](repeating: 0, count: max(0, 20 - short.count))
        #expect(DatagramHeader.rebuilt(header: short, payloadLength: 8, transport: .udp) == nil)
        #expect(
            start == "45" || DatagramHeader.rebuilt(header: padded, payloadLength: 8, transport: .udp) == nil)
    }

    @Test("is not made from IPv6 headers that do not end at a fragment header")
    func noFragmentHeader() {
        for bytes in [
            Build.ipv6(17, []), Build.ipv6(0, Build.hex("1100 0104 00000000")),
            Build.ipv6(0, Build.hex("2c01 0104 00000000")), Build.ipv6(0, Build.hex("2c")),
        ] {
            #expect(DatagramHeader.rebuilt(header: bytes, payloadLength: 8, transport: .udp) == nil)
        }
    }

    @Test("keeps an authentication header before its fragment header")
    func authentication() {
        let header = Build.hex("2c 04 0000 00000001 00000002 000000000000000000000000")
        let rebuilt = DatagramHeader.rebuilt(
            header: Build.ipv6(51, header), payloadLength: 8, transport: .udp)
        let whole = Build.ipv6(51, Build.hex("11") + header.dropFirst(), payloadLength: header.count + 8)
        #expect(rebuilt == whole)
    }
}
