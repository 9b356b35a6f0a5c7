import NetTypes
import TestSupport
import Testing

@Suite struct FlowKeyTests {
    private static let ends = [
        Endpoint(address: .literal("198.51.100.7"), port: 40000),
        Endpoint(address: .literal("198.51.100.7"), port: 80),
        Endpoint(address: .literal("203.0.113.9"), port: 80),
        Endpoint(address: .literal("2001:db8::1"), port: 80),
    ]

    @Test("A packet and its answer have equal keys", arguments: ends, ends)
    func symmetric(one: Endpoint, other: Endpoint) {
        let there = FlowKey(one, other, transport: .tcp, vlans: VLANStack())
        let back = FlowKey(other, one, transport: .tcp, vlans: VLANStack())
        #expect(there == back)
        #expect(there.hashValue == back.hashValue)
        #expect(!(there.high < there.low))
    }

    @Test func `Protocol and VLAN tags keep flows apart`() {
        var tagged = VLANStack()
        tagged.push(100)
        let plain = FlowKey(Self.ends[0], Self.ends[2], transport: .tcp, vlans: VLANStack())
        #expect(plain != FlowKey(Self.ends[0], Self.ends[2], transport: .udp, vlans: VLANStack()))
        #expect(plain != FlowKey(Self.ends[0], Self.ends[2], transport: .tcp, vlans: tagged))
        #expect(plain != FlowKey(Self.ends[1], Self.ends[2], transport: .tcp, vlans: VLANStack()))
    }

    @Test func `A stack keeps two tags of twelve bits and counts all`() {
        var stack = VLANStack()
        #expect(stack.identifiers.isEmpty)
        for tag: UInt16 in [0xf064, 200, 300] { stack.push(tag) }
        #expect(stack.identifiers == [0x064, 200])
        #expect(stack.depth == 3)
        for _ in 0..<300 { stack.push(1) }
        #expect(stack.depth == 255)
    }

    @Test(
        "A flow's number stays positive and exact in every JSON reader",
        arguments: [(0, 1), (1, 1), (1 << 53, 1), (1 << 53 | 7, 7), (.max, 1 << 53 - 1)] as [(UInt64, UInt64)]
    )
    func flowNumber(raw: UInt64, expected: UInt64) {
        #expect(FlowID(rawValue: raw).rawValue == expected)
    }

    @Test func `The sender in a direction is the end that speaks`() {
        let context = FlowContext(
            id: FlowID(rawValue: 1), client: Self.ends[0], server: Self.ends[2], transport: .tcp,
            vlans: VLANStack(), tunnelDepth: 0, communityID: "")
        #expect(context.sender(.toServer) == Self.ends[0])
        #expect(context.sender(.toClient) == Self.ends[2])
        #expect(Direction.toServer.reversed == .toClient && Direction.toClient.reversed == .toServer)
    }
}
