import Foundation
import TestSupport
import Testing

@testable import WorkQueue

@Suite("A leader", .serialized, .enabled(if: NatsCluster.canBeUsed, NatsCluster.needs))
struct LeaderTests {
    /// The next leader, as soon as the claim of one that died has expired.
    private func successor(_ cluster: NatsCluster, after name: String) throws -> WorkLeader {
        for _ in 0..<100 {
            do {
                return try cluster.leader(identity: "second")
            } catch WorkQueueError.held(by: name) {
                Thread.sleep(forTimeInterval: 0.2)
            }
        }
        return try cluster.leader(identity: "second")
    }

    @Test("A leader that takes over sees what was not forgotten, and nothing is laid a second time")
    func takesOver() throws {
        let cluster = try NatsCluster()
        var first: WorkLeader? = try cluster.leader(identity: "first")
        for id in ["a", "b", "c"] { try #expect(first?.lay(id: id, order: []) == true) }
        let taker = try cluster.taker()
        for byte in UInt8(1)...2 {
            let item = try #require(try taker.take(within: .seconds(10)))
            try item.give([byte])
            try item.done()
        }
        let forgotten = try #require(try first?.next(within: .seconds(10)))
        try first?.forget(forgotten)
        let seen = try #require(try first?.next(within: .seconds(10)))
        first = nil
        let second = try successor(cluster, after: "first")
        for id in ["a", "b", "c"] { try #expect(!second.lay(id: id, order: [])) }
        try #expect(second.next(within: .seconds(10)) == seen)
        try #expect(second.bytes(seen) == [2])
        try #expect(second.next(within: .milliseconds(300)) == nil)
        let last = try #require(try taker.take(within: .seconds(10)))
        #expect(last.id == "c")
        try last.done()
        try #expect(second.next(within: .seconds(10))?.id == "c")
        try #expect(taker.take(within: .seconds(3)) == nil)
    }

    @Test("A second leader is refused by name until the first one leaves")
    func refused() throws {
        let cluster = try NatsCluster(servers: 1)
        let first = try cluster.leader(identity: "first")
        for _ in 0..<5 {
            #expect(throws: WorkQueueError.held(by: "first")) { try cluster.leader(identity: "second") }
            try first.keep()
            Thread.sleep(forTimeInterval: 1)
        }
        _ = try cluster.leader(of: "another", identity: "second")
        try first.leave()
        let second = try cluster.leader(identity: "second")
        #expect(throws: WorkQueueError.held(by: "second")) { try first.keep() }
        #expect(throws: WorkQueueError.held(by: "second")) { try first.finish() }
        try first.leave()
        #expect(throws: WorkQueueError.held(by: "second")) { try first.keep() }
        try second.lay(id: "a", order: [])
    }

    @Test("A claim that expired before it was renewed is taken again by its leader when nobody else has it")
    func expired() throws {
        let cluster = try NatsCluster(servers: 1)
        let first = try cluster.leader(identity: "first")
        let streams = try cluster.streams()
        while try streams.last("haidang.night.claim", in: "haidang_night_claim") != nil {
            Thread.sleep(forTimeInterval: 0.2)
        }
        try first.lay(id: "a", order: [])
        #expect(throws: WorkQueueError.held(by: "first")) { try cluster.leader(identity: "second") }
    }

    @Test("What is laid twice is laid once, also when a taker has it")
    func laidTwice() throws {
        let cluster = try NatsCluster(servers: 1)
        let leader = try cluster.leader()
        try #expect(leader.lay(id: "a", order: [1]))
        try #expect(!leader.lay(id: "a", order: [2]))
        let taker = try cluster.taker()
        let item = try #require(try taker.take(within: .seconds(10)))
        try #expect(!leader.lay(id: "a", order: [3]))
        #expect(item.order == [1])
        try item.done()
        try #expect(!leader.lay(id: "a", order: [4]))
        try #expect(taker.take(within: .seconds(1)) == nil)
    }

    @Test("What was finished is not laid again, however long ago it was laid")
    func finishedLongAgo() throws {
        let cluster = try NatsCluster(servers: 1)
        let leader = try cluster.leader()
        // Servers know an item that is sent again for some minutes; this one was never sent at all.
        _ = try cluster.streams().publish(
            "haidang.night.records.a", Array(Self.record().utf8), to: "haidang_night_records")
        try #expect(!leader.lay(id: "a", order: []))
        let finished = try #require(try leader.next(within: .seconds(10)))
        try leader.forget(finished)
        try #expect(!leader.lay(id: "a", order: []))
        try #expect(leader.lay(id: "b", order: []))
    }

    @Test("A result of which something is missing, or is not what was sent, is refused")
    func incomplete() throws {
        let cluster = try NatsCluster(servers: 1)
        var limits = WorkQueueLimits.quick
        limits.patience = .seconds(1)
        limits.part = 4
        let address = try WorkQueueAddress(cluster.address())
        let leader = try WorkLeader(address, identity: "leader", limits: limits)
        let taker = try WorkTaker(address, identity: "taker", limits: limits)
        for id in ["a", "b"] {
            try leader.lay(id: id, order: [])
            let item = try #require(try taker.take(within: .seconds(10)))
            try item.give(Array(0..<12))
            try item.done()
        }
        let streams = try cluster.streams()
        let missing = try #require(try leader.next(within: .seconds(10)))
        // The second of three parts goes.
        _ = try streams.call("STREAM.MSG.DELETE.haidang_night_parts", "{\"seq\":\(missing.record.first + 1)}")
        #expect(throws: WorkQueueError.lost(reason: "a part of the result of a is missing")) {
            try leader.bytes(missing)
        }
        let whole = try #require(try leader.next(within: .seconds(10)))
        let record = whole.record
        let other = FinishRecord(
            attempt: record.attempt, parts: record.parts, bytes: record.bytes,
            digest: String(record.digest.reversed()), first: record.first, taker: record.taker, deliveries: 1)
        #expect(throws: WorkQueueError.lost(reason: "the result of b is not what its taker sent")) {
            try leader.bytes(FinishedItem(id: "b", record: other, sequence: whole.sequence))
        }
        try #expect(leader.bytes(whole) == Array(0..<12))
    }

    @Test(
        "A record that no taker writes is an error once, and stops nothing",
        arguments: [
            "x", "{}", record(parts: -1), record(parts: 1 << 40, bytes: 1 << 41), record(bytes: -1),
            record(attempt: "a.*"),
            record(first: 0), record(deliveries: 0),
        ])
    func foreignRecord(text: String) throws {
        #expect(FinishRecord(Array(Self.record().utf8)) != nil)
        #expect(FinishRecord(Array(text.utf8)) == nil)
        guard text == "x" else { return }
        let cluster = try NatsCluster(servers: 1)
        let leader = try cluster.leader()
        let streams = try cluster.streams()
        _ = try streams.publish("haidang.night.records.a", Array(text.utf8), to: "haidang_night_records")
        #expect(throws: WorkQueueError.lost(reason: "the record of an item is not a taker's")) {
            try leader.next(within: .seconds(10))
        }
        try leader.lay(id: "b", order: [])
        try cluster.taker().take(within: .seconds(10))?.done()
        try #expect(leader.next(within: .seconds(10))?.id == "b")
    }

    private static func record(
        attempt: String = "a", parts: Int = 0, bytes: Int = 0, first: Int = 1, deliveries: Int = 1
    ) -> String {
        """
        {"attempt":"\(attempt)","parts":\(parts),"bytes":\(bytes),"digest":"","first":\(first),"taker":"",\
        "deliveries":\(deliveries)}
        """
    }

    @Test("An id that is none, and an order that no message can hold, are refused")
    func refusedItems() throws {
        let cluster = try NatsCluster(servers: 1)
        let leader = try cluster.leader()
        for id in ["", "A", "a.b", "a*", "é", String(repeating: "a", count: 65)] {
            #expect(throws: WorkQueueError.badID(id)) { try leader.lay(id: id, order: []) }
        }
        try leader.lay(id: String(repeating: "z", count: 64), order: [])
        let limit = (1 << 20) - 1024
        #expect(throws: WorkQueueError.tooLarge(limit: limit)) {
            try leader.lay(id: "a", order: [UInt8](repeating: 0, count: limit + 1))
        }
        try #expect(leader.lay(id: "a", order: [UInt8](repeating: 0, count: limit)))
    }
}
