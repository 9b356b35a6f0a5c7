import NetTypes
import TestSupport
import Testing

/// What the other tests stand on: frames made from scripts are what they claim to be.
@Suite struct TrafficBuilderTests {
    @Test func `The checksum is that of RFC 1071's example`() {
        let bytes: [UInt8] = [0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7]
        #expect(InternetChecksum.field(InternetChecksum.sum(bytes)) == ~0xddf2)
        #expect(InternetChecksum.sum([0xab]) == 0xab00)
    }

    @Test func `A UDP packet over IPv4 has the bytes that other programs compute`() {
        var builder = PacketBuilder(source: .literal("192.0.2.1"), destination: .literal("198.51.100.2"))
        builder.identification = 0x1234
        let packet = builder.udp(from: 53, to: 1024, [0x68, 0x69, 0x21])
        // The two checksums were computed by another program.
        #expect(
            packet.hexadecimal
                == "4500001f12340000" + "40117c63c0000201c6336402" + "00350400000b8602" + "686921")
    }

    @Test("Fragments carry the whole datagram, each at its place", arguments: ["192.0.2.1", "2001:db8::1"])
    func fragments(address: String) {
        let end = IPAddress.literal(address)
        let packet = PacketBuilder(source: end, destination: end).packet(.udp, (0..<100).map { UInt8($0) })
        let header = end.isIPv6 ? 40 : 20
        let pieces = Fragmenter.pieces(of: packet, size: 30, identification: 7)
        #expect(pieces.count == 5)
        let payloads = pieces.map { Array($0[(end.isIPv6 ? 48 : 20)...]) }
        #expect(payloads.map(\.count) == [24, 24, 24, 24, 4])
        #expect(payloads.flatMap { $0 } == Array(packet[header...]))
        let places = pieces.map { piece in
            end.isIPv6
                ? Int(piece[42]) << 8 | Int(piece[43] & 0xf8) : (Int(piece[6] & 31) << 8 | Int(piece[7])) * 8
        }
        #expect(places == [0, 24, 48, 72, 96])
        let moreFollow = pieces.map { end.isIPv6 ? $0[43] & 1 == 1 : $0[6] & 0x20 != 0 }
        #expect(moreFollow == [true, true, true, true, false])
    }

    @Test func `A conversation keeps its place through a wrap, an early segment and a close`() {
        var talk = Conversation(
            client: "192.0.2.1", 4000, server: "192.0.2.2", 80, clientInitial: .max - 2)
        talk.acknowledges = false
        talk.handshake()
        talk.client(sends: "abcdef", segment: 4)
        talk.put(.toServer, at: 8, "ij")
        talk.put(.toServer, at: 6, "gh")
        talk.close()
        let sequences = talk.frames.map { frame in
            frame.bytes[38..<42].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        let client: [UInt32] = [.max - 2, .max - 1, .max - 1, 2, 6, 4, 8, 9]
        #expect(sequences[0] == client[0])
        #expect(Array(sequences[2...7]) == Array(client[1...6]))
        #expect(talk.frames.map(\.header.number) == Array(1...10))
        #expect(talk.sent(.toServer) == 11)
    }

    @Test func `Frames in a new order keep their times in rising order`() {
        var talk = Conversation(client: "192.0.2.1", 4000, server: "192.0.2.2", 80)
        talk.handshake()
        let frames = Array(talk.frames.reversed()).inArrivalOrder()
        #expect(frames.map(\.header.number) == [1, 2, 3])
        #expect(frames.map(\.header.timestamp) == talk.frames.map(\.header.timestamp))
        #expect(frames.map(\.bytes) == talk.frames.map(\.bytes).reversed())
    }

    @Test(
        "A savefile says its byte order and its unit of time",
        arguments: [
            (
                false, false,
                "d4c3b2a1020004000000000000000000000004000100000090e1046b7b0000000300000004000000"
            ),
            (true, true, "a1b23c4d00020004000000000000000000040000000000016b04e1900001e2400000000300000004"),
        ])
    func savefile(nanoseconds: Bool, bigEndian: Bool, expected: String) {
        var frame = Frame([1, 2, 3, 4], at: Timestamp.scene.advanced(by: 123_456)).snapped(to: 3)
        frame.header.number = 1
        let bytes = SavefileBytes.pcap([frame], nanoseconds: nanoseconds, bigEndian: bigEndian)
        #expect(bytes.hexadecimal.hasPrefix(expected))
        #expect(bytes.count == 24 + 16 + 3)
    }
}
