import Foundation
import NetTypes
import Synchronization
import TestSupport
import Testing

@testable import WorkQueue

@Suite(
    "A work list on a cluster of three servers", .serialized,
    .enabled(if: NatsCluster.canBeUsed, NatsCluster.needs))
struct WorkListTests {
    /// Bytes that differ for each id.
    static func result(_ id: String, _ count: Int) -> [UInt8] {
        var generator = SeededGenerator(seed: id.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        let block = (0..<min(count, 9973)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
        var bytes: [UInt8] = []
        while bytes.count < count { bytes += block.prefix(count - bytes.count) }
        return bytes
    }

    @Test("Each item goes to one of four takers, and each result comes once and whole")
    func sharedOut() throws {
        let cluster = try NatsCluster()
        let leader = try cluster.leader()
        let ids = (0..<40).map { "item\($0)" }
        for id in ids { try #expect(leader.lay(id: id, order: Array("scan \(id)".utf8))) }
        let taken = Mutex<[String]>([])
        let takers = try (0..<4).map { try cluster.taker(identity: "taker\($0)") }
        for taker in takers {
            Thread.detachNewThread {
                while let item = try? taker.take(within: .seconds(20)) {
                    taken.withLock { $0.append(item.id + "/" + String(decoding: item.order, as: UTF8.self)) }
                    try? item.give(Self.result(item.id, 3000))
                    _ = try? item.done()
                }
            }
        }
        var results: [String] = []
        while results.count < ids.count, let item = try leader.next(within: .seconds(20)) {
            try #expect(leader.bytes(item) == Self.result(item.id, 3000))
            #expect(item.bytes == 3000)
            results.append(item.id)
            try leader.forget(item)
        }
        #expect(results.sorted() == ids.sorted())
        #expect(taken.withLock { $0.sorted() } == ids.map { "\($0)/scan \($0)" }.sorted())
        try leader.finish()
        for taker in takers {
            try #expect(taker.take(within: .seconds(20)) == nil)
            #expect(taker.isOver)
        }
    }

    @Test("A server that dies in the middle, and then another one, costs no result")
    func serverKilled() throws {
        let cluster = try NatsCluster()
        let leader = try cluster.leader()
        let ids = (0..<60).map { "item\($0)" }
        for id in ids { try leader.lay(id: id, order: []) }
        for number in 0..<3 {
            let taker = try cluster.taker(identity: "taker\(number)")
            Thread.detachNewThread { Self.work(taker, bytes: 40_000) }
        }
        var results: [String] = []
        while results.count < ids.count, let item = try leader.next(within: .seconds(60)) {
            try #expect(leader.bytes(item) == Self.result(item.id, 40_000))
            results.append(item.id)
            try leader.forget(item)
            if results.count == 10 { cluster.kill(0) }
            if results.count == 30 {
                try cluster.start(0)
                try cluster.awaitHealth(0)
                cluster.kill(1)
            }
        }
        #expect(results.sorted() == ids.sorted())
        try leader.finish()
    }

    @Test("The only server may be gone for a while: the list goes on with what it had stored")
    func onlyServerRestarted() throws {
        let cluster = try NatsCluster(servers: 1)
        let leader = try cluster.leader()
        let taker = try cluster.taker()
        for id in ["a", "b"] { try leader.lay(id: id, order: []) }
        let item = try #require(try taker.take(within: .seconds(10)))
        try item.give([1])
        cluster.kill(0)
        // Long enough for several tries to find nobody.
        Thread.sleep(forTimeInterval: 2)
        try cluster.start(0)
        try item.give([2])
        try item.done()
        try #expect(taker.take(within: .seconds(30))?.done() == true)
        let first = try #require(try leader.next(within: .seconds(30)))
        try #expect(leader.bytes(first) == [1, 2])
        try #expect(leader.next(within: .seconds(30)) != nil)
    }

    @Test("A server that hangs, and says nothing, costs no result")
    func serverFrozen() throws {
        let cluster = try NatsCluster()
        let leader = try cluster.leader()
        let ids = (0..<20).map { "item\($0)" }
        for id in ids { try leader.lay(id: id, order: []) }
        for number in 0..<3 {
            let taker = try cluster.taker(identity: "taker\(number)")
            Thread.detachNewThread { Self.work(taker, bytes: 1000) }
        }
        var results: [String] = []
        while results.count < ids.count, let item = try leader.next(within: .seconds(60)) {
            try #expect(leader.bytes(item) == Self.result(item.id, 1000))
            results.append(item.id)
            try leader.forget(item)
            if results.count == 5 { cluster.freeze(2, true) }
        }
        #expect(results.sorted() == ids.sorted())
        cluster.freeze(2, false)
        try leader.finish()
    }

    @Test(
        "Each kind of list is kept on three servers of a cluster, and on one where there is one",
        arguments: [3, 1])
    func replicas(servers: Int) throws {
        let cluster = try NatsCluster(servers: servers)
        _ = try cluster.leader()
        let streams = try cluster.streams()
        for name in ["work", "parts", "records", "claim"] {
            let info = try streams.connection.request(
                "$JS.API.STREAM.INFO.haidang_night_\(name)", [], within: .seconds(10))
            #expect(String(decoding: info.bytes, as: UTF8.self).contains("\"num_replicas\":\(servers)"))
        }
    }

    /// Takes items until the list is over, trying again after errors.
    private static func work(_ taker: WorkTaker, bytes: Int) {
        while !taker.isOver {
            guard let item = try? taker.take(within: .seconds(5)) else { continue }
            try? item.give(Self.result(item.id, bytes))
            _ = try? item.done()
        }
    }
}
