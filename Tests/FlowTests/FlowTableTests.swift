import NetTypes
import TestSupport
import Testing
import Wire

@testable import Flow

@Suite struct FlowTableTests {
    private static func packet(_ number: UInt32, transport: TransportProtocol = .udp) -> Packet {
        var packet = Packet()
        packet.source = IPAddress(ipv4: 0x0a00_0000 | number)
        packet.destination = IPAddress(ipv4: 0xcb00_7101)
        packet.sourcePort = UInt16(truncatingIfNeeded: number)
        packet.destinationPort = 53
        packet.transport = transport
        return packet
    }

    private static func header(_ seconds: Int64, number: UInt64 = 1) -> FrameHeader {
        FrameHeader(
            number: number, timestamp: Timestamp(seconds: seconds, nanoseconds: 0), wireLength: 60,
            linkType: .ethernet)
    }

    private static func tracker(capacity: Int) -> FlowTracker {
        var configuration = FlowConfiguration()
        configuration.capacity = capacity
        return FlowTracker(configuration, seed: 5)
    }

    @Test("The table agrees with a dictionary over thousands of insertions and removals")
    func model() {
        var generator = SeededGenerator(seed: 11)
        var table = FlowTable(capacity: 500, hash: KeyedHash(seed: 11))
        var model: [FlowKey: Int] = [:]
        for step in 0..<20000 {
            let packet = Self.packet(UInt32.random(in: 0..<900, using: &generator))
            let key = FlowKey(
                Endpoint(address: packet.source, port: packet.sourcePort),
                Endpoint(address: packet.destination, port: 53), transport: .udp, vlans: VLANStack())
            #expect(table.find(key) == model[key], "step \(step)")
            if let slot = model[key] {
                table.remove(slot)
                model[key] = nil
            } else if !table.isFull {
                let slot = FlowSlot(packet, key, Self.header(0), at: Self.header(0).timestamp, ordinal: 0)
                model[key] = table.insert(slot)
            }
        }
        #expect(table.count == model.count)
    }

    @Test("Both directions are one flow; the one that was sent to first is the server")
    func directions() {
        var tracker = Self.tracker(capacity: 4)
        let packet = Self.packet(7)
        _ = tracker.create(packet, Self.header(0))
        var answer = packet
        swap(&answer.source, &answer.destination)
        swap(&answer.sourcePort, &answer.destinationPort)
        guard case .found(let index, .toClient) = tracker.find(answer, at: .zero) else {
            Issue.record("the answer is not found")
            return
        }
        #expect(tracker.context(index).server.port == 53)
    }

    @Test("A flow that was silent for its timeout is over, and one nanosecond earlier it is not")
    func timeout() {
        var tracker = Self.tracker(capacity: 4)
        let (index, _) = tracker.create(Self.packet(7), Self.header(0))
        let end = Timestamp(seconds: 300, nanoseconds: 0)
        #expect(tracker.find(Self.packet(7), at: end.advanced(by: -1)) == .found(index, .toServer))
        #expect(tracker.find(Self.packet(7), at: end) == .over(index, .timeout))
        #expect(tracker.nextExpired(at: end.advanced(by: -1)) == nil)
        #expect(tracker.nextExpired(at: end) == index)
    }

    @Test("A flow heard of since gets a second chance in the queue")
    func secondChance() {
        var tracker = Self.tracker(capacity: 4)
        let (first, direction) = tracker.create(Self.packet(1), Self.header(0))
        let (second, _) = tracker.create(Self.packet(2), Self.header(10))
        let bytes: [UInt8] = []
        _ = tracker.accept(
            Self.packet(1), bytes.span, Self.header(200), wireBytes: 60, at: first, direction)
        #expect(tracker.nextExpired(at: Timestamp(seconds: 320, nanoseconds: 0)) == second)
        tracker.release(second, .timeout)
        #expect(tracker.nextExpired(at: Timestamp(seconds: 320, nanoseconds: 0)) == nil)
        #expect(tracker.nextExpired(at: Timestamp(seconds: 500, nanoseconds: 0)) == first)
    }

    @Test("A full table gives up the flow least worth keeping, and the account holds")
    func eviction() {
        var tracker = Self.tracker(capacity: 3)
        _ = tracker.create(Self.packet(1, transport: .udp), Self.header(0))
        let (ping, _) = tracker.create(Self.packet(2, transport: .icmp), Self.header(1))
        _ = tracker.create(Self.packet(3, transport: .udp), Self.header(2))
        #expect(
            tracker.find(Self.packet(4), at: Timestamp(seconds: 3, nanoseconds: 0)) == .over(ping, .evicted))
        tracker.release(ping, .evicted)
        #expect(tracker.find(Self.packet(4), at: Timestamp(seconds: 3, nanoseconds: 0)) == .absent)
        _ = tracker.create(Self.packet(4), Self.header(3))
        #expect(tracker.flows.created == 4)
        #expect(tracker.flows.active + tracker.flows.ended.total == 4)
    }

    @Test("An ICMP error is a flow of its own in each direction")
    func oneWay() {
        var tracker = Self.tracker(capacity: 4)
        var packet = Self.packet(0x10003, transport: .icmp)
        packet.isOneWay = true
        (packet.sourcePort, packet.destinationPort) = (3, 3)
        _ = tracker.create(packet, Self.header(0))
        swap(&packet.source, &packet.destination)
        #expect(tracker.find(packet, at: .zero) == .absent)
    }

    @Test("Identifiers are the same for the same flow, fit 53 bits, and differ between flows")
    func identifiers() {
        var seen: Set<UInt64> = []
        for number in 0..<1000 as Range<UInt32> {
            var one = Self.tracker(capacity: 1)
            var other = Self.tracker(capacity: 1)
            let (first, _) = one.create(Self.packet(number), Self.header(9))
            let (second, _) = other.create(Self.packet(number), Self.header(9))
            let identifier = one.context(first).id.rawValue
            #expect(identifier == other.context(second).id.rawValue)
            #expect((1...1 << 53 - 1).contains(identifier))
            seen.insert(identifier)
        }
        #expect(seen.count == 1000)
    }
}
