import Flow
import NetTypes
import TestSupport
import Testing
import Wire

@Suite struct DefragmenterTests {
    /// One piece: offset, bytes, whether more follow.
    struct Part {
        var offset: Int
        var bytes: [UInt8]
        var more: Bool
    }

    private static func packet(_ part: Part, identification: UInt32 = 1, source: UInt32 = 1) -> (
        Packet, [UInt8]
    ) {
        var header: [UInt8] = [0x45, 0, 0, 0, 0, 1, 0, 0, 64, 17, 0, 0]
        header += [192, 0, 2, UInt8(truncatingIfNeeded: source), 198, 51, 100, 2]
        var packet = Packet()
        packet.source = IPAddress(ipv4: 0xc000_0200 | source)
        packet.destination = IPAddress(ipv4: 0xc633_6402)
        packet.transport = .udp
        packet.networkHeader = 0..<20
        packet.payload = 20..<20 + part.bytes.count
        packet.fragment = Fragment(
            identification: identification, offset: part.offset, moreFollow: part.more)
        return (packet, header + part.bytes)
    }

    private static func add(
        _ part: Part, to defragmenter: inout Defragmenter, identification: UInt32 = 1, source: UInt32 = 1,
        seconds: Int64 = 0, _ anomalies: inout AnomalySet
    ) -> [UInt8]? {
        let (packet, bytes) = packet(part, identification: identification, source: source)
        let header = FrameHeader(
            number: 1, timestamp: Timestamp(seconds: seconds, nanoseconds: 0), wireLength: bytes.count,
            linkType: .raw)
        return defragmenter.add(packet, bytes.span, header, &anomalies).map { Array($0.bytes.dropFirst(20)) }
    }

    private static func sends(
        _ parts: [Part], _ configuration: FragmentConfiguration = FragmentConfiguration()
    ) -> (payload: [UInt8]?, anomalies: AnomalySet) {
        var defragmenter = Defragmenter(configuration)
        var anomalies = AnomalySet()
        var payload: [UInt8]?
        for part in parts { payload = add(part, to: &defragmenter, &anomalies) ?? payload }
        return (payload, anomalies)
    }

    static let eights: [[UInt8]] = (0..<4).map { block in (0..<8).map { UInt8(block * 8 + $0) } }

    @Test("Pieces make the datagram in every order of arrival")
    func everyOrder() {
        let parts = (0..<4).map { Part(offset: $0 * 8, bytes: Self.eights[$0], more: $0 < 3) }
        var orders: [[Int]] = [[]]
        for index in 0..<4 {
            orders = orders.flatMap { order in
                (0...order.count).map { place in Array(order.prefix(place)) + [index] + order.dropFirst(place)
                }
            }
        }
        #expect(orders.count == 24)
        for order in orders {
            #expect(Self.sends(order.map { parts[$0] }).payload == Array(0..<32), "order \(order)")
        }
    }

    @Test(
        "Random cuts, overlaps and repeats with equal bytes give the datagram",
        arguments: 0..<60 as Range<UInt64>)
    func random(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let length = Int.random(in: 1...400, using: &generator)
        let payload = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7) }
        var parts: [Part] = []
        var offset = 0
        while offset < length {
            let size = min(length - offset, 8 * Int.random(in: 1...6, using: &generator))
            parts.append(
                Part(
                    offset: offset, bytes: Array(payload[offset..<offset + size]),
                    more: offset + size < length))
            if Bool.random(using: &generator) { parts.append(parts[parts.count - 1]) }
            let back = min(offset, 8 * Int.random(in: 0...1, using: &generator))
            offset = offset + size < length && size > 8 ? offset + size - back : offset + size
        }
        parts.shuffle(using: &generator)
        let (result, anomalies) = Self.sends(parts)
        #expect(result == payload, "seed \(seed)")
        #expect(!anomalies.contains(.fragmentConflict))
    }

    @Test("Different bytes are a conflict, resolved by policy", arguments: [OverlapPolicy.first, .last])
    func conflict(policy: OverlapPolicy) {
        var configuration = FragmentConfiguration()
        configuration.overlap = policy
        let other = [UInt8](repeating: 0xee, count: 8)
        let (payload, anomalies) = Self.sends(
            [
                Part(offset: 8, bytes: Self.eights[1], more: false),
                Part(offset: 8, bytes: other, more: false),
                Part(offset: 0, bytes: Self.eights[0], more: true),
            ], configuration)
        #expect(payload == Self.eights[0] + (policy == .first ? Self.eights[1] : other))
        #expect(anomalies.contains(.fragmentConflict))
    }

    static let outOfBounds: [Part] = [
        Part(offset: 65528, bytes: eights[0], more: false),
        Part(offset: 0, bytes: [1, 2, 3], more: true),
        Part(offset: 0, bytes: [], more: true),
    ]

    @Test("A piece that cannot belong to a datagram is refused and said", arguments: 0..<outOfBounds.count)
    func bounds(index: Int) {
        let (payload, anomalies) = Self.sends([Self.outOfBounds[index]])
        #expect(payload == nil)
        #expect(anomalies.contains(.fragmentBounds))
    }

    @Test("A second end that disagrees with the first is refused")
    func twoEnds() {
        let (payload, anomalies) = Self.sends([
            Part(offset: 8, bytes: Self.eights[1], more: false),
            Part(offset: 16, bytes: Self.eights[2], more: false),
            Part(offset: 0, bytes: Self.eights[0], more: true),
        ])
        #expect(payload == Self.eights[0] + Self.eights[1])
        #expect(anomalies.contains(.fragmentBounds))
    }

    @Test("A datagram is given up when its time is over, and its late piece begins another")
    func timeout() {
        var defragmenter = Defragmenter(FragmentConfiguration())
        var anomalies = AnomalySet()
        _ = Self.add(Part(offset: 0, bytes: Self.eights[0], more: true), to: &defragmenter, &anomalies)
        let late = Self.add(
            Part(offset: 8, bytes: Self.eights[1], more: false), to: &defragmenter, seconds: 60, &anomalies)
        #expect(late == nil)
        #expect(anomalies.contains(.fragmentTimeout))
        while defragmenter.expireNext(at: Timestamp(seconds: 120, nanoseconds: 0), &anomalies) {}
        #expect(defragmenter.statistics.waiting == 0)
        #expect(defragmenter.statistics.dropped == 2)
    }

    @Test("Count, bytes and pieces are bounded, the oldest goes first, and every fragment is accounted for")
    func limits() {
        var configuration = FragmentConfiguration()
        configuration.datagrams = 10
        configuration.pieces = 5
        configuration.bytes = 20000
        var defragmenter = Defragmenter(configuration)
        var anomalies = AnomalySet()
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<3000 {
            let part = Part(
                offset: 16 * Int.random(in: 0..<40, using: &generator), bytes: Self.eights[0], more: true)
            _ = Self.add(
                part, to: &defragmenter, identification: UInt32.random(in: 0..<40, using: &generator),
                &anomalies)
            let account = defragmenter.statistics
            #expect(account.fragments == account.used + account.refused + account.dropped + account.waiting)
        }
        #expect(anomalies.contains(.fragmentLimit))
        #expect(defragmenter.statistics.peakBytes <= 20000 + 2000)
        defragmenter.finish()
        #expect(defragmenter.statistics.waiting == 0)
    }
}
