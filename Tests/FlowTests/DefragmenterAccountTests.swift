import NetTypes
import Testing
import Wire

@testable import Flow

@Suite struct DefragmenterAccountTests {
    /// A fragment of an IPv4 datagram, and the bytes it lies in.
    private static func fragment(
        _ identification: UInt32, offset: Int, length: Int, more: Bool
    ) -> (Packet, [UInt8]) {
        var packet = Packet()
        packet.source = IPAddress(ipv4: 0xc000_0201)
        packet.destination = IPAddress(ipv4: 0xc633_6402)
        packet.transport = .udp
        packet.networkHeader = 0..<20
        packet.payload = 20..<20 + length
        packet.fragment = Fragment(identification: identification, offset: offset, moreFollow: more)
        return (packet, [0x45] + [UInt8](repeating: 0, count: 19 + length))
    }

    private static func add(
        _ fragment: (Packet, [UInt8]), to defragmenter: inout Defragmenter, _ anomalies: inout AnomalySet
    ) -> RebuiltDatagram? {
        let header = FrameHeader(
            number: 1, timestamp: .zero, wireLength: fragment.1.count, linkType: .raw)
        return defragmenter.add(fragment.0, fragment.1.span, header, &anomalies)
    }

    @Test(
        "A datagram that is too long with its header is given up, and said",
        arguments: [(65_515, true), (65_516, false), (65_535, false)])
    func tooLong(length: Int, isMade: Bool) {
        var defragmenter = Defragmenter(FragmentConfiguration())
        var anomalies = AnomalySet()
        let head = Self.fragment(1, offset: 0, length: 65_000, more: true)
        #expect(Self.add(head, to: &defragmenter, &anomalies) == nil)
        let tail = Self.fragment(1, offset: 65_000, length: length - 65_000, more: false)
        let datagram = Self.add(tail, to: &defragmenter, &anomalies)
        #expect(datagram?.bytes.count == (isMade ? 65_535 : nil))
        #expect(anomalies.contains(.fragmentBounds) == !isMade)
        let account = defragmenter.statistics
        #expect(account.datagrams == (isMade ? 1 : 0))
        #expect(account.used == (isMade ? 2 : 0))
        #expect(account.dropped == (isMade ? 0 : 2))
        #expect(account.waiting == 0)
    }

    @Test("Whole datagrams leave nothing behind, however long an earlier one waits")
    func noTraces() {
        var defragmenter = Defragmenter(FragmentConfiguration())
        var anomalies = AnomalySet()
        _ = Self.add(Self.fragment(0, offset: 0, length: 8, more: true), to: &defragmenter, &anomalies)
        var most = 0
        for identification in UInt32(1)...5000 {
            let head = Self.fragment(identification, offset: 0, length: 8, more: true)
            _ = Self.add(head, to: &defragmenter, &anomalies)
            most = max(most, defragmenter.order.count)
            let tail = Self.fragment(identification, offset: 8, length: 8, more: false)
            #expect(Self.add(tail, to: &defragmenter, &anomalies) != nil)
        }
        #expect(most < 300)
        #expect(defragmenter.statistics.waiting == 1)
        defragmenter.finish()
        #expect(defragmenter.statistics.waiting == 0)
        #expect(defragmenter.statistics.datagrams == 5000)
    }
}
