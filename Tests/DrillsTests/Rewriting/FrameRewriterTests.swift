import Drills
import NetTypes
import TestSupport
import Testing
import Wire

@Suite struct FrameRewriterTests {
    /// Any one-to-one map will do.
    private static func other(_ address: IPAddress) -> IPAddress {
        address.isIPv6
            ? IPAddress(high: address.high ^ 0x0123_4567_89ab_cdef, low: address.low ^ 0xfedc_ba98_7654_3211)
            : IPAddress(ipv4: UInt32(truncatingIfNeeded: address.low) ^ 0x5a3c_c3a5)
    }

    private static let rewriter = FrameRewriter(other)

    /// The decoder finds in the new frame what it found in the old, with the addresses replaced.
    private func check(_ frame: Frame, _ comment: Comment) {
        var bytes = frame.bytes
        Self.rewriter.rewrite(&bytes, frame.header)
        #expect(bytes.count == frame.bytes.count, comment)
        let decoder = Decoder()
        let before = decoder.decode(frame.bytes.span, frame.header)
        let after = decoder.decode(bytes.span, frame.header)
        guard case .packet(var packet) = before else {
            #expect(before == after, comment)
            return
        }
        packet.source = Self.other(packet.source)
        packet.destination = Self.other(packet.destination)
        #expect(after == .packet(packet), comment)
    }

    @Test func whateverTheDecoderReadsIsReplacedAndNothingElse() {
        var samples = FrameSamples(seed: 11)
        for number in 0..<3000 {
            check(samples.next(), "frame \(number)")
        }
    }

    @Test func garbageAndCutFramesGiveAnAnswer() {
        var samples = FrameSamples(seed: 12)
        var random = SeededGenerator(seed: 13)
        for number in 0..<20000 {
            var frame = samples.next()
            for _ in 0..<Int.random(in: 0...3, using: &random) where !frame.bytes.isEmpty {
                let place = Int.random(in: 0..<frame.bytes.count, using: &random)
                frame.bytes[place] = .random(in: .min ... .max, using: &random)
            }
            if Bool.random(using: &random) {
                frame = frame.snapped(to: .random(in: 0...frame.bytes.count, using: &random))
            }
            check(frame, "frame \(number)")
        }
    }

    @Test func twiceByAnInverseIsNothing() {
        var samples = FrameSamples(seed: 14)
        for number in 0..<2000 {
            let frame = samples.next()
            var bytes = frame.bytes
            Self.rewriter.rewrite(&bytes, frame.header)
            Self.rewriter.rewrite(&bytes, frame.header)
            // Of the two forms of zero a checksum may come back in the other.
            let differing = zip(bytes, frame.bytes).count { $0 != $1 }
            #expect(differing <= 2, "frame \(number)")
        }
    }

    @Test func quotedPacketsAreRewritten() throws {
        let quoted = PacketBuilder(source: .literal("198.51.100.7"), destination: .literal("203.0.113.9"))
            .udp(from: 4000, to: 53, Array("question".utf8))
        let packet = PacketBuilder(source: .literal("192.0.2.1"), destination: .literal("198.51.100.7"))
            .icmp(type: 3, code: 3, quoted)
        var bytes = FrameBuilder().frame(packet)
        Self.rewriter.rewrite(
            &bytes, Frame(bytes, at: .scene).header)
        let inner = Array(bytes[42...])
        let raw = FrameHeader(number: 1, timestamp: .scene, wireLength: inner.count, linkType: .raw)
        guard case .packet(let decoded) = Decoder().decode(inner.span, raw) else {
            Issue.record("the quoted packet is gone")
            return
        }
        #expect(decoded.source == Self.other(.literal("198.51.100.7")))
        #expect(decoded.checksum == .right)
        #expect(decoded.anomalies.isEmpty)
    }

    @Test func addressResolutionIsRewritten() {
        var request: [UInt8] = [0, 1, 8, 0, 6, 4, 0, 1]
        request += [2, 0, 0, 0, 0, 1] + IPAddress.literal("192.0.2.1").bytes
        request += [0, 0, 0, 0, 0, 0] + IPAddress.literal("192.0.2.9").bytes
        var bytes = FrameBuilder(vlans: [7]).frame(request, etherType: 0x0806)
        let rewriter = FrameRewriter(Self.other) { HardwareAddress($0.number ^ 0x10) }
        rewriter.rewrite(&bytes, Frame(bytes, at: .scene).header)
        #expect(Array(bytes[32..<36]) == Self.other(.literal("192.0.2.1")).bytes)
        #expect(Array(bytes[42..<46]) == Self.other(.literal("192.0.2.9")).bytes)
        #expect(bytes[6..<12] == [2, 0, 0, 0, 0, 0x11])
        #expect(bytes[26..<32] == [2, 0, 0, 0, 0, 0x11])
    }

    @Test func neighboursAreRewritten() {
        let target = IPAddress.literal("2001:db8::9")
        let packet = PacketBuilder(source: .literal("2001:db8::1"), destination: .literal("ff02::1:ff00:9"))
            .icmp(type: 135, code: 0, target.bytes + [1, 1, 2, 0, 0, 0, 0, 1])
        var bytes = FrameBuilder().frame(packet)
        let rewriter = FrameRewriter(Self.other) { HardwareAddress($0.number ^ 0x10) }
        rewriter.rewrite(&bytes, Frame(bytes, at: .scene).header)
        #expect(Array(bytes[62..<78]) == Self.other(target).bytes)
        #expect(bytes[80..<86] == [2, 0, 0, 0, 0, 0x11])
        guard case .packet(let decoded) = Decoder().decode(bytes.span, Frame(bytes, at: .scene).header) else {
            Issue.record("the message is gone")
            return
        }
        #expect(decoded.checksum == .right)
    }

    @Test(arguments: [0, 4] as [UInt8])
    func aChecksumOverTheEndOfARouteStaysRight(_ type: UInt8) {
        let last = IPAddress.literal("2001:db8::99")
        var builder = PacketBuilder(source: .literal("2001:db8::1"), destination: last)
        builder.extensionHeaders = [(43, [type, 1, 0, 0, 0, 0] + last.bytes)]
        var packet = builder.udp(from: 4000, to: 53, [1, 2, 3])
        // On its way the packet is addressed to the next stop.
        packet.replaceSubrange(24..<40, with: IPAddress.literal("2001:db8::5").bytes)
        check(packet)
    }

    @Test func aChecksumOverTheEndOfAnIPv4RouteStaysRight() {
        let last = IPAddress.literal("203.0.113.9")
        var builder = PacketBuilder(source: .literal("198.51.100.7"), destination: last)
        builder.options = [131, 7, 4] + last.bytes
        var packet = builder.udp(from: 4000, to: 53, [1, 2, 3])
        packet.replaceSubrange(16..<20, with: IPAddress.literal("192.0.2.1").bytes)
        check(packet)
    }

    private func check(_ packet: [UInt8]) {
        let frame = Frame(packet, at: .scene, linkType: .raw)
        guard case .packet(let decoded) = Decoder().decode(packet.span, frame.header) else {
            Issue.record("the sample does not decode")
            return
        }
        #expect(decoded.checksum == .right)
        check(frame, "a route")
    }

    @Test func networksOfADrillAreReplaced() throws {
        var map = AddressMap()
        let from = try #require(IPNetwork("198.51.100.0/24"))
        let to = try #require(IPNetwork("192.0.2.0/24"))
        let isTaken = map.add(from, to)
        #expect(isTaken)
        let packet = PacketBuilder(source: .literal("198.51.100.7"), destination: .literal("203.0.113.9"))
            .udp(from: 4000, to: 53, [1])
        var bytes = FrameBuilder().frame(packet)
        FrameRewriter(map).rewrite(&bytes, Frame(bytes, at: .scene).header)
        #expect(Array(bytes[26..<30]) == [192, 0, 2, 7])
        #expect(Array(bytes[30..<34]) == [203, 0, 113, 9])
    }
}
