import Flow
import NetTypes
import Ring
import TestSupport
import Wire

@testable import Sensor

/// A ring of 64 KiB between the end of a capture thread and that of a worker, which the test empties itself.
struct RingScene: ~Copyable {
    static let client = Endpoint(address: IPAddress(ipv4: 0xc000_020a), port: 49_152)
    static let server = Endpoint(address: IPAddress(ipv4: 0xc633_6407), port: 80)
    /// Payload of each segment, in bytes.
    static let payload = 1000

    private let inlet: Inlet
    private var distributor: Distributor
    private var number: UInt64 = 0

    init() {
        var configuration = PipelineConfiguration()
        configuration.ringSize = 64 << 10
        configuration.bulkAfter = 16 << 10
        let hash = KeyedHash(seed: 7)
        let ends = RingEnds(capacity: configuration.ringSize, doorbell: Doorbell())
        inlet = Inlet(ends.consumer)
        let outlet = Outlet(ends.producer, RingStatistics(interface: 0, worker: 0), configuration)
        distributor = Distributor(
            Dispatcher(DecoderConfiguration(), hash, workers: 1), [outlet], [ShedTable(hash)],
            Shedding(configuration, hash), recorder: nil, followsClock: false)
    }

    /// The account of the ring.
    var statistics: RingStatistics { distributor.rings[0] }

    /// Hands over segments of a stream, and looks at the ring after each of them.
    mutating func send(
        _ count: Int, from: Endpoint = client, to: Endpoint = server, flags: TCPSegment.Flags = .ack
    ) {
        for _ in 0..<count {
            number += 1
            let segment = TCPSegment(
                from: from.port, to: to.port, sequence: UInt32(number), flags: flags,
                payload: [UInt8](repeating: 0x41, count: Self.payload))
            let frame = Frame(
                PacketBuilder(source: from.address, destination: to.address).tcp(segment),
                at: Timestamp(seconds: 1, nanoseconds: 0), number: number, linkType: .raw)
            distributor.take(frame.header, frame.bytes.span)
            distributor.publish()
        }
    }

    /// Takes frames out; for each whether it has its payload.
    mutating func take(_ count: Int = .max) -> [Bool] {
        var whole: [Bool] = []
        while whole.count < count {
            let taken = inlet.consumer.drain(limit: 1, through: Timestamp(nanoseconds: .max)) {
                record, bytes in
                if case .frame = record { whole.append(bytes.count > Self.payload) }
            }
            if taken == 0 { break }
        }
        // The writing end learns of the room, of all of it once there is nothing more to take.
        _ = inlet.consumer.drain(limit: 1, through: Timestamp(nanoseconds: .min)) { _, _ in }
        distributor.publish()
        return whole
    }
}
