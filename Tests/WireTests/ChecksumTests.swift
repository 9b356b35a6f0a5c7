import NetTypes
import TestSupport
import Testing

@testable import Wire

@Suite("The internet checksum")
struct ChecksumTests {
    @Test("equals the naive one for every length and offset", arguments: 0..<70)
    func equalsNaive(_ length: Int) {
        var generator = SeededGenerator(seed: UInt64(length))
        for _ in 0..<20 {
            let bytes = (0..<length + 9).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            for offset in 0..<9 {
                let sum = InternetChecksum.sum(bytes.span.extracting(offset..<(offset + length)))
                #expect(Int(~sum) == Build.checksum(Array(bytes[offset..<(offset + length)])))
            }
        }
    }

    @Test("does not overflow", arguments: [1448, 65_535, 1_000_001])
    func allOnes(_ length: Int) {
        let bytes = [UInt8](repeating: 0xff, count: length)
        #expect(Int(~InternetChecksum.sum(bytes.span)) == Build.checksum(bytes))
    }

    static let packets: [(String, [UInt8])] = [
        ("TCP", Build.ethernet(0x0800, Build.ipv4(6, Build.tcp(Build.text)))),
        ("TCP over IPv6", Build.ethernet(0x86dd, Build.ipv6(6, Build.tcp(Build.text, ipv6: true)))),
        ("UDP", Build.ethernet(0x0800, Build.packet4)),
        ("UDP over IPv6", Build.ethernet(0x86dd, Build.packet6)),
        ("ICMP", Build.ethernet(0x0800, Build.ipv4(1, Build.icmp(8, 0, Build.text)))),
        ("ICMPv6", Build.ethernet(0x86dd, Build.ipv6(58, Build.icmp(128, 0, Build.text, ipv6: true)))),
    ]

    @Test("notices every flipped bit of the payload, and is not asked when switched off", arguments: packets)
    func flippedBits(_ name: String, _ bytes: [UInt8]) throws {
        #expect(try packet(bytes).checksum == .right)
        for index in bytes.indices.suffix(Build.text.count) {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[index] ^= 1 << UInt8(bit)
                let packet = try packet(flipped)
                #expect(packet.checksum == .wrong, "\(name)")
                #expect(list(packet.anomalies) == [.transportChecksum], "\(name)")
            }
        }
        #expect(try packet(bytes, .ethernet, .init(verifyChecksums: false)).checksum == .unchecked)
    }
}
