import Foundation
import TestSupport
import Testing

@testable import WorkQueue

@Suite("A taker", .serialized, .enabled(if: NatsCluster.canBeUsed, NatsCluster.needs))
struct TakerTests {
    @Test("The item of a taker that died goes to another, who is told that it was handed out before")
    func died() throws {
        let cluster = try NatsCluster(servers: 1)
        let leader = try cluster.leader()
        try leader.lay(id: "a", order: [7])
        var dead: WorkTaker? = try cluster.taker()
        try #expect(dead?.take(within: .seconds(10))?.deliveries == 1)
        dead = nil
        let item = try #require(try cluster.taker().take(within: .seconds(30)))
        #expect(item.id == "a")
        #expect(item.order == [7])
        #expect(item.deliveries == 2)
        try #expect(item.done())
        let finished = try #require(try leader.next(within: .seconds(10)))
        #expect(finished.deliveries == 2)
        try #expect(leader.bytes(finished).isEmpty)
    }

    @Test("An item that is given back goes to the next taker at once, without what was given for it")
    func givenBack() throws {
        let cluster = try NatsCluster(servers: 1)
        let leader = try cluster.leader()
        var limits = WorkQueueLimits.quick
        limits.part = 10
        let address = try WorkQueueAddress(cluster.address())
        try leader.lay(id: "a", order: [])
        let taker = try WorkTaker(address, identity: "taker", limits: limits)
        let item = try #require(try taker.take(within: .seconds(10)))
        try item.give([UInt8](repeating: 1, count: 25))
        let parts = "haidang.night.parts.a.*"
        try #expect(cluster.streams().next(parts, from: 1, in: "haidang_night_parts") != nil)
        try item.giveBack()
        try #expect(cluster.streams().next(parts, from: 1, in: "haidang_night_parts") == nil)
        try #expect(cluster.taker().take(within: .seconds(10))?.deliveries == 2)
    }

    @Test("An item that is kept goes to nobody else, however long it is worked on")
    func kept() throws {
        let cluster = try NatsCluster(servers: 1)
        let leader = try cluster.leader()
        try leader.lay(id: "a", order: [])
        let item = try #require(try cluster.taker().take(within: .seconds(10)))
        let other = try cluster.taker()
        for _ in 0..<8 {
            item.keep()
            try #expect(other.take(within: .milliseconds(500)) == nil)
        }
        try #expect(item.done())
    }

    @Test("Of two takers that finish one item the first counts, and nothing is left of the other's result")
    func duplicateAttempt() throws {
        let cluster = try NatsCluster(servers: 1)
        let leader = try cluster.leader()
        try leader.lay(id: "a", order: [])
        let slow = try #require(try cluster.taker(identity: "slow").take(within: .seconds(10)))
        let fast = try #require(try cluster.taker(identity: "fast").take(within: .seconds(30)))
        try slow.give([1, 2, 3])
        try fast.give([4, 5])
        try #expect(fast.done())
        try #expect(!slow.done())
        let finished = try #require(try leader.next(within: .seconds(10)))
        #expect(finished.taker == "fast")
        try #expect(leader.bytes(finished) == [4, 5])
        let streams = try cluster.streams()
        let parts = "haidang.night.parts.a.*"
        let first = try #require(try streams.next(parts, from: 1, in: "haidang_night_parts"))
        #expect(first.bytes == [4, 5])
        try #expect(streams.next(parts, from: first.sequence + 1, in: "haidang_night_parts") == nil)
        try leader.forget(finished)
        try #expect(streams.next(parts, from: 1, in: "haidang_night_parts") == nil)
        try #expect(leader.next(within: .milliseconds(300)) == nil)
    }

    @Test("Who finishes an item after the leader has forgotten it is told that another's result stands")
    func lateAttempt() throws {
        let cluster = try NatsCluster(servers: 1)
        let leader = try cluster.leader()
        try leader.lay(id: "a", order: [])
        let slow = try #require(try cluster.taker().take(within: .seconds(10)))
        let fast = try #require(try cluster.taker().take(within: .seconds(30)))
        try #expect(fast.done())
        try leader.forget(#require(try leader.next(within: .seconds(10))))
        try slow.give([1])
        try #expect(!slow.done())
        try #expect(leader.next(within: .milliseconds(300)) == nil)
        try #expect(!leader.lay(id: "a", order: []))
        let parts = "haidang.night.parts.a.*"
        try #expect(cluster.streams().next(parts, from: 1, in: "haidang_night_parts") == nil)
    }

    @Test("A result of 5 MB, given in pieces of odd sizes, comes whole")
    func large() throws {
        let cluster = try NatsCluster()
        let leader = try cluster.leader()
        try leader.lay(id: "a", order: [])
        let bytes = WorkListTests.result("a", 5_000_000)
        let item = try #require(try cluster.taker().take(within: .seconds(10)))
        for start in stride(from: 0, to: bytes.count, by: 777_777) {
            try item.give(Array(bytes[start..<min(start + 777_777, bytes.count)]))
        }
        try #expect(item.done())
        let finished = try #require(try leader.next(within: .seconds(10)))
        #expect(finished.bytes == bytes.count)
        try #expect(leader.bytes(finished) == bytes)
    }

    @Test(
        "A taker waits for a list that is not there yet, and learns that one is over even with an item in hand"
    )
    func listComesAndGoes() throws {
        let cluster = try NatsCluster(servers: 1)
        let taker = try cluster.taker()
        try #expect(taker.take(within: .milliseconds(300)) == nil)
        #expect(taker.list == .awaited)
        let leader = try cluster.leader()
        try leader.lay(id: "a", order: [])
        let item = try #require(try taker.take(within: .seconds(10)))
        #expect(taker.list == .open)
        try leader.finish()
        #expect(throws: WorkQueueError.over) {
            try item.give([1])
            try item.done()
        }
        try #expect(taker.take(within: .seconds(30)) == nil)
        #expect(taker.isOver)
    }

    @Test(
        "How often an item was handed out is read in both forms that servers write",
        arguments: [
            ("$JS.ACK.s.c.3.1.2.99.0", 3), ("$JS.ACK.d.h.s.c.4.1.2.99.0", 4),
            ("$JS.ACK.d.h.s.c.5.1.2.99.0.r", 5),
            ("$JS.ACK.s.c", nil), ("", nil), ("_INBOX.a.b.c.1.1.1.1.1", nil),
        ])
    func deliveries(reply: String, count: Int?) {
        #expect(WorkTaker.deliveries(reply) == count)
    }
}
