import NetTypes
import Testing
import Wire

@Suite("IPv6")
struct IPv6Tests {
    private func frame(_ next: Int, _ headers: String, _ rest: [UInt8] = Build.udp(Build.text, ipv6: true))
        -> [UInt8]
    {
        Build.ethernet(0x86dd, Build.ipv6(next, Build.hex(headers) + rest))
    }

    @Test("gives a fragment with the part before its fragment header")
    func fragment() throws {
        let piece = [UInt8](repeating: 7, count: 16)
        let bytes = frame(0, "2c00 0104 00000000  3c00 0019 deadbeef", piece)
        let packet = try packet(bytes)
        #expect(packet.fragment == Fragment(identification: 0xdead_beef, offset: 24, moreFollow: true))
        #expect(packet.networkHeader == 14..<62)
        #expect(packet.transport.rawValue == 60)
        #expect(Array(bytes[packet.payload]) == piece)
    }

    @Test("takes the length of a jumbo payload from its option")
    func jumbo() throws {
        let segment = Build.tcp([UInt8](repeating: 0x41, count: 70_000), ipv6: true)
        let total = 8 + segment.count
        let headers = Build.hex("0600 c204") + Build.big32(total)
        let bytes = Build.ethernet(0x86dd, Build.ipv6(0, headers + segment, payloadLength: 0) + [0, 0, 0])
        let packet = try packet(bytes)
        #expect(packet.payload.count == 70_000)
        #expect(packet.checksum == .right)
        #expect(list(packet.anomalies) == [])
    }

    @Test("takes a length of zero before a large segment as the rest of the frame")
    func bigTCP() throws {
        let segment = Build.tcp([UInt8](repeating: 0x41, count: 70_000), ipv6: true)
        let packet = try packet(Build.ethernet(0x86dd, Build.ipv6(6, segment, payloadLength: 0)))
        #expect(packet.payload.count == 70_000)
        #expect(packet.checksum == .right)
    }

    @Test("bounds the packet to its payload length, also to zero")
    func empty() throws {
        let packet = try packet(Build.ethernet(0x86dd, Build.ipv6(59, [1, 2, 3, 4, 5, 6], payloadLength: 0)))
        #expect(packet.transport.rawValue == 59)
        #expect(packet.payload.isEmpty)
    }

    static let odd: [(String, Int, String)] = [
        ("a jumbo option beside a length", 0, "1100 c204 00020000"),
        ("an option longer than its header", 60, "1100 0109 00000000"),
        ("hop-by-hop options that are not first", 60, "0000 0104 00000000 1100 0104 00000000"),
        ("two routing headers", 43, "2b00 0000 00000000 1100 0000 00000000"),
        ("three destination headers", 60, "3c00 0104 00000000 3c00 0104 00000000 1100 0104 00000000"),
    ]

    @Test("counts what should not be there and decodes on", arguments: odd)
    func oddHeaders(_ name: String, _ next: Int, _ headers: String) throws {
        let packet = try packet(frame(next, headers))
        #expect(packet.destinationPort == 6000, "\(name)")
        #expect(list(packet.anomalies) == [.ipv6Extensions], "\(name)")
    }

    static let broken: [(String, Int, String)] = [
        ("a header longer than the packet", 60, "11ff 0104 00000000"),
        ("half a fragment header", 44, "1100 00"),
    ]

    @Test("stops at extension headers that do not parse", arguments: broken)
    func brokenHeaders(_ name: String, _ next: Int, _ headers: String) {
        let result = outcome(frame(next, headers, name.hasPrefix("half") ? [] : Build.text))
        guard case .undecoded(let set) = result else {
            Issue.record("\(name): \(result)")
            return
        }
        #expect(set.contains(.ipv6Extensions), "\(name)")
    }

    static let routes: [(String, Packet.ChecksumStatus)] = [
        ("1102 0001 00000000", .right),
        ("1102 0201 00000000", .right),
        ("1102 0401 00000000", .right),
        ("1102 0301 00000000", .unchecked),
        ("1102 0400 00000000", .wrong),
    ]

    @Test("checks the transport against the end of a route that is not yet travelled", arguments: routes)
    func routing(_ start: String, _ status: Packet.ChecksumStatus) throws {
        let last = IPAddress(high: 0x2001_0db8_0000_0003, low: 3)
        let datagram = Build.udp(Build.text, ipv6: true, last: last)
        let packet = try packet(frame(43, start, last.bytes + datagram))
        #expect(packet.destination == Build.destination6)
        #expect(packet.checksum == status)
    }

    @Test("checks the transport against the home address of a mobile node")
    func homeAddress() throws {
        let bytes = frame(60, "1102 0102 0000 c910", Build.source6.bytes + Build.udp(Build.text, ipv6: true))
        #expect(try packet(bytes).checksum == .right)
        var elsewhere = bytes
        elsewhere[14 + 40 + 8 + 15] ^= 1
        #expect(try packet(elsewhere).checksum == .wrong)
    }

    @Test("wants a UDP checksum")
    func noChecksum() throws {
        var datagram = Build.udp(Build.text, ipv6: true)
        datagram.replaceSubrange(6..<8, with: [0, 0])
        let packet = try packet(Build.ethernet(0x86dd, Build.ipv6(17, datagram)))
        #expect(packet.checksum == .wrong)
    }

    @Test("knows a UDP datagram too long for its own length field")
    func jumboDatagram() throws {
        let text = [UInt8](repeating: 0x41, count: 70_000)
        var datagram = Build.udp(text, ipv6: true)
        datagram.replaceSubrange(4..<8, with: [0, 0, 0, 0])
        let pseudo = Build.pseudoHeader(17, datagram.count, ipv6: true)
        datagram.replaceSubrange(6..<8, with: Build.big16(Build.checksum(pseudo + datagram)))
        let headers = Build.hex("1100 c204") + Build.big32(8 + datagram.count)
        let packet = try packet(Build.ethernet(0x86dd, Build.ipv6(0, headers + datagram, payloadLength: 0)))
        #expect(packet.payload.count == 70_000)
        #expect(packet.checksum == .right)
        #expect(list(packet.anomalies) == [])
    }

    @Test("has no fragments of jumbo payloads")
    func jumboFragment() {
        let headers = Build.hex("2c00 c204 00011178 1100 0001 00000001")
        let rest = [UInt8](repeating: 0, count: 70_000)
        let bytes = Build.ethernet(0x86dd, Build.ipv6(0, headers + rest, payloadLength: 0))
        #expect(anomalies(outcome(bytes)).contains(.ipv6Extensions))
        guard case .undecoded = outcome(bytes) else {
            Issue.record("decoded")
            return
        }
    }

    @Test("reads sixteen extension headers and no more", arguments: [(16, true), (17, false)])
    func manyHeaders(_ count: Int, _ isDecoded: Bool) {
        let chain = String(repeating: "3c00 0104 00000000", count: count - 1) + "1100 0104 00000000"
        let result = outcome(frame(60, chain))
        #expect(anomalies(result) == [.ipv6Extensions])
        if case .packet = result { #expect(isDecoded) } else { #expect(!isDecoded) }
    }

    @Test("ends a segment route at its first entry, another route at its last", arguments: [0, 2, 4])
    func longRoute(_ type: UInt8) throws {
        let one = IPAddress(high: 0x2001_0db8_0000_0003, low: 3)
        let two = IPAddress(high: 0x2001_0db8_0000_0004, low: 4)
        let datagram = Build.udp(Build.text, ipv6: true, last: type == 4 ? one : two)
        let header = Build.hex("1104") + [type, 1, 0, 0, 0, 0] + one.bytes + two.bytes
        #expect(try packet(frame(43, "", header + datagram)).checksum == .right)
    }

    @Test("does not believe a jumbo option that needs none")
    func smallJumbo() throws {
        let headers = Build.hex("1100 c204 0000000c") + Build.udp(Build.text, ipv6: true)
        let packet = try packet(Build.ethernet(0x86dd, Build.ipv6(0, headers, payloadLength: 0)))
        #expect(packet.payload.count == Build.text.count)
        #expect(list(packet.anomalies) == [.ipv6Extensions])
    }

    @Test("decodes what is there of a payload length beyond the frame")
    func longPayload() throws {
        let bytes = Build.ethernet(
            0x86dd, Build.ipv6(17, Build.udp(Build.text, ipv6: true), payloadLength: 400))
        let packet = try packet(bytes)
        #expect(Array(bytes[packet.payload]) == Build.text)
        #expect(packet.missingPayload == 0)
        #expect(packet.checksum == .unchecked)
        #expect(list(packet.anomalies) == [.ipLengthBeyondFrame])
    }
}
