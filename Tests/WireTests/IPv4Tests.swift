import NetTypes
import Testing
import Wire

@Suite("IPv4")
struct IPv4Tests {
    private func frame(_ packet: [UInt8]) -> [UInt8] { Build.ethernet(0x0800, packet) }

    @Test("gives a fragment with its place, its piece and its header")
    func fragment() throws {
        let piece = [UInt8](repeating: 7, count: 24)
        let bytes = frame(Build.ipv4(6, piece, options: Build.hex("01010100"), place: 0x2003))
        let packet = try packet(bytes)
        #expect(packet.fragment == Fragment(identification: 0x1234, offset: 24, moreFollow: true))
        #expect(packet.transport == .tcp)
        #expect(Array(bytes[packet.payload]) == piece)
        #expect(packet.networkHeader == 14..<38)
        #expect(packet.tcp == nil)
        #expect(packet.checksum == .unchecked)
    }

    @Test(
        "takes the last piece for a fragment and an unfragmentable packet for none",
        arguments: [(1, true), (0x4000, false), (0x2000, true), (0x8000, false)])
    func place(_ place: Int, _ isFragment: Bool) throws {
        let packet = try packet(frame(Build.ipv4(17, Build.udp(Build.text), place: place)))
        #expect((packet.fragment != nil) == isFragment)
    }

    @Test("refuses a header length that cannot be", arguments: [0x44, 0x4f])
    func headerLength(_ first: UInt8) {
        var bytes = Build.packet4
        bytes[0] = first
        #expect(anomalies(outcome(frame(bytes))) == [.ipv4HeaderLength])
    }

    @Test("refuses a total length below the header length")
    func shortTotal() {
        #expect(
            anomalies(outcome(frame(Build.ipv4(17, Build.udp(Build.text), totalLength: 19)))) == [
                .ipv4HeaderLength
            ])
    }

    @Test("takes a total length of zero as the rest of the frame")
    func bigTCP() throws {
        let payload = [UInt8](repeating: 0x41, count: 70_000)
        let bytes = frame(Build.ipv4(6, Build.tcp([]) + payload, totalLength: 0))
        let packet = try packet(bytes)
        #expect(packet.payload.count == 70_000)
        #expect(!packet.anomalies.contains(.ipLengthBeyondFrame))
    }

    @Test("decodes what is there of a total length beyond the frame")
    func longTotal() throws {
        let bytes = frame(Build.ipv4(17, Build.udp(Build.text), totalLength: 400))
        let packet = try packet(bytes)
        #expect(Array(bytes[packet.payload]) == Build.text)
        #expect(packet.missingPayload == 0)
        #expect(packet.checksum == .unchecked)
        #expect(list(packet.anomalies) == [.ipLengthBeyondFrame])
    }

    @Test("counts a wrong header checksum and decodes on")
    func headerChecksum() throws {
        var bytes = frame(Build.packet4)
        bytes[14 + 8] = 63
        #expect(list(try packet(bytes).anomalies) == [.ipv4Checksum])
        #expect(list(try packet(bytes, .ethernet, .init(verifyChecksums: false)).anomalies) == [])
    }

    @Test("counts options that do not parse and decodes on", arguments: ["07010000", "83090000", "01010107"])
    func badOptions(_ options: String) throws {
        let packet = try packet(frame(Build.ipv4(17, Build.udp(Build.text), options: Build.hex(options))))
        #expect(packet.destinationPort == 6000)
        #expect(list(packet.anomalies) == [.ipv4Options])
    }

    @Test("checks the transport against the last address of a source route")
    func sourceRoute() throws {
        // Sent to the first hop; the datagram was summed for 10.0.0.1, which is where the route ends.
        let last = IPAddress(ipv4: 0x0a00_0001)
        let datagram = Build.udp(Build.text, last: last)
        let onTheWay = Build.ipv4(17, datagram, options: Build.hex("01 83 07 04 0a000001"))
        #expect(try packet(frame(onTheWay)).checksum == .right)
        let arrived = Build.ipv4(17, datagram, options: Build.hex("01 83 07 08 0a000001"))
        #expect(try packet(frame(arrived)).checksum == .wrong)
    }

    @Test("carries protocols without ports whole")
    func otherProtocol() throws {
        let bytes = frame(Build.ipv4(89, Build.text))
        let packet = try packet(bytes)
        #expect(packet.transport.rawValue == 89)
        #expect(packet.sourcePort == 0 && packet.destinationPort == 0)
        #expect(Array(bytes[packet.payload]) == Build.text)
    }

    @Test("does not read extension headers of IPv6", arguments: [0, 43, 44, 60])
    func noExtensions(_ number: Int) throws {
        let packet = try packet(
            frame(Build.ipv4(number, Build.hex("1100000000000000") + Build.udp(Build.text))))
        #expect(Int(packet.transport.rawValue) == number)
        #expect(packet.payload.count == 26)
    }

    @Test("reads behind an authentication header, unless it is longer than the packet")
    func authentication() throws {
        let header = Build.hex("11 04 0000 00000001 00000002 000000000000000000000000")
        let packet = try packet(frame(Build.ipv4(51, header + Build.udp(Build.text))))
        #expect(packet.destinationPort == 6000)
        #expect(packet.checksum == .right)
        #expect(anomalies(outcome(frame(Build.ipv4(51, Array(header.dropLast(1)))))) == [.truncatedHeader])
    }
}
