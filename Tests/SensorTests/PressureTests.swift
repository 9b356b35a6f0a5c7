import Flow
import NetTypes
import Ring
import Scan
import TestSupport
import Testing
import Wire

@testable import Sensor

@Suite("A worker that falls behind")
struct PressureTests {
    static let context = FlowContext(
        id: FlowID(rawValue: 1), client: Endpoint(address: client, port: 49_152),
        server: Endpoint(address: server, port: 443), transport: .tcp, vlans: VLANStack(), tunnelDepth: 0,
        communityID: "")
    static let flowRecord = FlowRecord(
        context: context, start: .zero, end: .zero, firstFrame: 1, lastFrame: 1, toServer: .init(),
        toClient: .init(), state: .new, reason: .shutdown, alerted: false, midstream: false)
    static let detection = Detection(
        rule: RuleIdentity(
            name: "r", namespace: "n", tags: [], metadata: [], severity: 1, signatureID: 1, ruleSetSHA256: ""),
        flow: context, direction: .toServer, timestamp: .zero,
        object: ScannedObject(kind: .stream, size: 1, sha256: nil, complete: true), strings: [],
        firstFrame: 1,
        lastFrame: 1)

    private static let client = IPAddress(ipv4: 0xc000_020a)
    private static let server = IPAddress(ipv4: 0xc633_6407)
    private static let hash = KeyedHash(seed: 7)
    private static let key = FlowKey(
        context.client, context.server, transport: .tcp, vlans: VLANStack())

    /// What a ring holds after so many frames with payload, of the flow above or each of a flow of its own.
    private static func pushed(
        _ count: Int, table: ShedTable, apart: Bool = false
    ) -> (rings: [RingStatistics], lengths: [Int]) {
        var configuration = PipelineConfiguration()
        configuration.ringSize = 64 << 10
        let ends = RingEnds(capacity: configuration.ringSize, doorbell: Doorbell())
        let inlet = Inlet(ends.consumer)
        let outlet = Outlet(ends.producer, RingStatistics(interface: 0, worker: 0), configuration)
        var distributor = Distributor(
            Dispatcher(DecoderConfiguration(), hash, workers: 1), [outlet], [table],
            Shedding(configuration, hash), recorder: nil, followsClock: false)
        for number in 1...count {
            let client =
                apart
                ? Endpoint(address: context.client.address, port: UInt16(number)) : context.client
            let frame = segment(
                client, context.server, UInt64(number), [UInt8](repeating: 0x41, count: 1000))
            distributor.take(frame.header, frame.bytes.span)
        }
        distributor.publish()
        var lengths: [Int] = []
        _ = inlet.consumer.drain(limit: 10_000, through: Timestamp(nanoseconds: .max)) { record, bytes in
            if case .frame = record { lengths.append(bytes.count) }
        }
        return (distributor.rings, lengths)
    }

    private static func segment(
        _ from: Endpoint, _ to: Endpoint, _ number: UInt64, _ payload: [UInt8]
    ) -> Frame {
        let segment = TCPSegment(
            from: from.port, to: to.port, sequence: UInt32(number), flags: .ack, payload: payload)
        return Frame(
            PacketBuilder(source: from.address, destination: to.address).tcp(segment),
            at: Timestamp(seconds: 1, nanoseconds: 0), number: number, linkType: .raw)
    }

    @Test(
        "Nothing is shed of short flows that nobody marked: frames are dropped and counted when the ring is full"
    )
    func unmarked() {
        let (rings, lengths) = Self.pushed(100, table: ShedTable(Self.hash), apart: true)
        #expect(rings[0].offered == 100)
        #expect(rings[0].dropped > 0)
        #expect(rings[0].pushed + rings[0].dropped == 100)
        #expect(rings[0].shedEncrypted == 0 && rings[0].shedDeep == 0)
        #expect(lengths.allSatisfy { $0 > 1000 })
        #expect(UInt64(lengths.count) == rings[0].pushed)
    }

    @Test("Of a marked flow the payload is left out once the ring is half full, and counted")
    func marked() {
        let table = ShedTable(Self.hash)
        table.mark(Self.key, isEncrypted: true)
        let (rings, lengths) = Self.pushed(100, table: table)
        #expect(rings[0].dropped == 0)
        #expect(lengths.count == 100)
        let cut = lengths.filter { $0 < 1000 }
        #expect(!cut.isEmpty)
        #expect(lengths.first.map { $0 > 1000 } == true)
        #expect(rings[0].shedEncrypted == UInt64(cut.count))
        #expect(rings[0].shedEncryptedBytes == UInt64(cut.count * 1000))
    }

    @Test("A mark that was taken away, or is of another flow, sheds nothing")
    func unmarkedAgain() {
        let table = ShedTable(Self.hash)
        table.mark(Self.key, isEncrypted: true)
        #expect(table.isMarked(Self.key))
        table.mark(Self.key, isEncrypted: false)
        #expect(!table.isMarked(Self.key))
        let other = FlowKey(
            Endpoint(address: Self.client, port: 1), Endpoint(address: Self.server, port: 2), transport: .tcp,
            vlans: VLANStack())
        table.mark(other, isEncrypted: true)
        #expect(!table.isMarked(Self.key))
    }

    @Test("Both directions of a flow, and all flows between two addresses, go to one worker")
    func oneWorker() {
        var dispatcher = Dispatcher(DecoderConfiguration(), Self.hash, workers: 8)
        var workers: Set<Int> = []
        var spread: Set<Int> = []
        for host in 0..<64 {
            let far = IPAddress(ipv4: 0xc633_6400 + UInt32(host))
            var here: Set<Int> = []
            for port in [UInt16(80), 443, 21] {
                let near = Endpoint(address: Self.client, port: 50_000 + port)
                let end = Endpoint(address: far, port: port)
                for (one, two) in [(near, end), (end, near)] {
                    let frame = Self.segment(one, two, 1, [1])
                    here.insert(dispatcher.worker(frame.header, frame.bytes.span))
                }
            }
            #expect(here.count == 1)
            spread.formUnion(here)
            workers.formUnion(here)
        }
        #expect(spread.count == 8)
        #expect(workers.isSubset(of: 0..<8))
    }
}
