import NetTypes
import TestSupport
import Testing
import Wire

@Suite("Every encapsulation")
struct GalleryTests {
    @Test("leads to the packet inside", arguments: Gallery.all)
    func leadsToPacket(_ frame: GalleryFrame) throws {
        let packet = try packet(frame.bytes, frame.linkType)
        #expect(packet.source == (frame.isIPv6 ? Build.source6 : Build.source))
        #expect(packet.destination == (frame.isIPv6 ? Build.destination6 : Build.destination))
        #expect(packet.transport == .udp)
        #expect(packet.sourcePort == 5000)
        #expect(packet.destinationPort == 6000)
        #expect(Array(frame.bytes[packet.payload]) == Build.text)
        #expect(packet.missingPayload == 0)
        #expect(packet.vlans.identifiers == frame.vlans)
        #expect(packet.tunnelDepth == frame.tunnels)
        #expect(packet.checksum == .right)
        #expect(packet.fragment == nil)
        #expect(list(packet.anomalies) == [])
    }

    @Test("does not take link-layer padding for payload", arguments: Gallery.all)
    func ignoresPadding(_ frame: GalleryFrame) throws {
        let packet = try packet(frame.bytes + [UInt8](repeating: 0xee, count: 18), frame.linkType)
        #expect(Array(frame.bytes[packet.payload]) == Build.text)
        #expect(packet.checksum == .right)
        #expect(list(packet.anomalies) == [])
    }

    @Test("is decoded or counted from every prefix of it, snapped or not", arguments: Gallery.hostile)
    func survivesEveryPrefix(_ frame: GalleryFrame) {
        for length in frame.bytes.indices {
            let prefix = Array(frame.bytes.prefix(length))
            for wireLength in [length, frame.bytes.count] {
                let result = outcome(prefix, frame.linkType, wireLength: wireLength)
                isSound(result, length)
                if case .packet(let packet) = result {
                    #expect(!packet.anomalies.isEmpty)
                    if wireLength > length { #expect(packet.anomalies.contains(.snapped)) }
                }
            }
        }
    }

    @Test("survives mutations of its bytes", arguments: Gallery.hostile)
    func survivesMutations(_ frame: GalleryFrame) {
        for seed in 0..<200 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            var bytes = frame.bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: bytes.indices, using: &generator)
                bytes[index] = UInt8.random(in: .min ... .max, using: &generator)
            }
            if seed % 4 == 0 { bytes.removeLast(Int.random(in: 0...bytes.count, using: &generator)) }
            isSound(outcome(bytes, frame.linkType, wireLength: frame.bytes.count), bytes.count)
            isSound(outcome(bytes, LinkType(rawValue: UInt16(seed))), bytes.count)
        }
    }

    @Test("and bytes of no meaning give an answer", arguments: 0..<64 as Range<UInt64>)
    func survivesNoise(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let count = Int.random(in: 0...200, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            for linkType in Set(Gallery.all.map(\.linkType)) {
                isSound(outcome(bytes, linkType), bytes.count)
            }
            let noise = bytes
            isSound(Wire.Decoder().decodeDatagram(noise.span, inside: Packet()), count)
        }
    }

    @Test("gives the same packet when it is decoded into one that was used before", arguments: Gallery.all)
    func decodesIntoUsedPacket(_ frame: GalleryFrame) throws {
        let header = FrameHeader(
            number: 1, timestamp: Timestamp(nanoseconds: 0), wireLength: frame.bytes.count,
            linkType: frame.linkType)
        var used = try packet(Build.ethernet(0x0800, Build.ipv4(6, Build.tcp(Build.text))))
        let bytes = frame.bytes
        #expect(Wire.Decoder().decode(bytes.span, header, into: &used) == .packet)
        #expect(used == (try packet(frame.bytes, frame.linkType)))
    }

    /// What holds for any bytes.
    private func isSound(_ outcome: Wire.Decoder.Outcome, _ count: Int) {
        switch outcome {
        case .packet(let packet):
            #expect(packet.payload.lowerBound >= 0 && packet.payload.upperBound <= count)
            #expect(packet.networkHeader.upperBound <= count)
            #expect(packet.networkHeader.isEmpty == (packet.fragment == nil))
            #expect(packet.missingPayload >= 0)
            #expect(packet.checksum != .wrong || packet.anomalies.contains(.transportChecksum))
        case .notIP: break
        case .undecoded(let anomalies): #expect(!anomalies.isEmpty)
        }
    }
}
