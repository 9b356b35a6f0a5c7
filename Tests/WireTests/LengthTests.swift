import NetTypes
import Testing
import Wire

@Suite("A frame that the snaplen cut")
struct LengthTests {
    private static let whole = Build.ethernet(
        0x0800, Build.ipv4(6, Build.tcp(Build.text, options: Build.hex("01010100"))))
    private static let headers = 14 + 20 + 24

    @Test("says how much of the payload is missing", arguments: 0...10)
    func missingPayload(_ missing: Int) throws {
        let cut = Array(Self.whole.dropLast(missing))
        let packet = try packet(cut, wireLength: Self.whole.count)
        #expect(packet.payload == Self.headers..<cut.count)
        #expect(packet.missingPayload == missing)
        #expect(packet.tcp != nil)
        #expect(packet.checksum == (missing == 0 ? .right : .unchecked))
        #expect(list(packet.anomalies) == (missing == 0 ? [] : [.snapped]))
    }

    @Test("within the TCP options still says where the payload begins")
    func insideOptions() throws {
        let packet = try packet(Array(Self.whole.prefix(Self.headers - 3)), wireLength: Self.whole.count)
        #expect(packet.tcp?.sequence == 0x0102_0304)
        #expect(packet.payload.isEmpty)
        #expect(packet.missingPayload == Build.text.count)
    }

    @Test("only in its padding is whole")
    func insidePadding() throws {
        let packet = try packet(Self.whole + [0], wireLength: Self.whole.count + 4)
        #expect(packet.missingPayload == 0)
        #expect(packet.checksum == .right)
        #expect(list(packet.anomalies) == [])
    }

    @Test("and promises more than the wire had gives both anomalies")
    func lyingLength() throws {
        let bytes = Build.ethernet(0x0800, Build.ipv4(17, Build.udp(Build.text), totalLength: 1000))
        let packet = try packet(Array(bytes.dropLast(4)), wireLength: bytes.count)
        #expect(packet.missingPayload == 4)
        #expect(list(packet.anomalies) == [.snapped, .ipLengthBeyondFrame])
    }

    @Test("inside a tunnel leaves the carrier, without suspicion")
    func insideTunnel() throws {
        let bytes = Build.ethernet(0x0800, Build.ipv4(47, Build.hex("0000 0800") + Build.packet4))
        let packet = try packet(Array(bytes.prefix(14 + 20 + 4 + 10)), wireLength: bytes.count)
        #expect(packet.transport.rawValue == 47)
        #expect(packet.payload.count == 14)
        #expect(packet.missingPayload == Build.packet4.count - 10)
        #expect(list(packet.anomalies) == [.snapped])
    }

    @Test("bounds the missing bytes by the UDP length")
    func udpLength() throws {
        let bytes = Build.ethernet(0x0800, Build.ipv4(17, Build.udp(Build.text) + [1, 2, 3]))
        #expect(try packet(Array(bytes.dropLast(5)), wireLength: bytes.count).missingPayload == 2)
    }
}
