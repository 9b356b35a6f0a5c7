import NetTypes
import Testing
import Wire

@Suite("A datagram whose IPv6 header holds an atomic fragment header")
struct AtomicFragmentTests {
    @Test("is put together whatever the reserved byte says", arguments: [0, 1, 0x0a, 0xff])
    func reservedByte(_ reserved: Int) throws {
        let atomic = [0x2c, UInt8(reserved)] + Build.hex("0000 00000007")
        let frame = Build.ethernet(
            0x86dd, Build.ipv6(44, atomic + Build.hex("1100 0001 00000008") + Array(Build.text.prefix(8))))
        let packet = try packet(frame)
        let header = Array(frame[try #require(packet.fragment.map { _ in packet.networkHeader })])
        let rebuilt = DatagramHeader.rebuilt(
            header: header, payloadLength: 32, transport: packet.transport)
        #expect(rebuilt == Build.ipv6(44, [0x11] + atomic.dropFirst(), payloadLength: 8 + 32))
    }
}
