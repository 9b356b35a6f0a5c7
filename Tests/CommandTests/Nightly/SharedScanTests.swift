import Foundation
import TestSupport
import Testing

@Suite(
    "Scans that several machines share", .enabled(if: NatsCluster.isAvailable, "\(NatsCluster.requirement)"),
    .serialized)
struct SharedScanTests {
    /// A scene with captures of one detection each, of which none belongs to another, and some that are rotated.
    private func ready(_ count: Int) throws -> Scene {
        let scene = try Scene()
        try scene.write("rules/beacon.yar", Scene.rule)
        try scene.write("rules/whole.yar", RotatedFilesTests.rule)
        for number in 0..<count {
            let talk = Scene.beacon(UInt16(20_000 + number))
            try scene.write("in/c\(number).pcap", SavefileBytes.pcap(talk.frames))
        }
        try scene.rotate(Scene.download().frames, into: 3)
        try scene.write("in/cut.pcap", Scene.savefile(saying: Scene.word).dropLast(3))
        return scene
    }

    private static func leader(_ address: String) -> [String] {
        ["scan", "in", "--queue", address] + Scene.night
    }

    private static func taker(_ address: String) -> [String] {
        ["scan", "--queue", address, "--rules", "rules", "--quiet", "--host", "other"]
    }

    /// What one machine finds alone, in a scene of its own.
    private func alone(_ count: Int) throws -> (events: [String], incidents: [String]) {
        let scene = try ready(count)
        #expect(try scene.night("in").code == 3)
        return (try scene.events(), try scene.incidents())
    }

    /// Ends a process that should have ended by now, so that a test which fails does not hang.
    private func end(_ process: Process) -> Int32 {
        for _ in 0..<600 where process.isRunning { Thread.sleep(forTimeInterval: 0.1) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test(
        "Four scanning processes on a cluster of three, of which one and one server are killed, find what one machine finds"
    )
    func killed() throws {
        let count = 120
        let alone = try alone(count)
        let cluster = try NatsCluster(servers: 3)
        let scene = try ready(count)
        let takers = (0..<3).map { _ in scene.process(Self.taker(cluster.address())) }
        for taker in takers { try taker.run() }
        let outcome = try scene.finish(scene.process(Self.leader(cluster.address()))) { _ in
            scene.awaits { try scene.text("e.json").contains("alert") }
            kill(takers[0].processIdentifier, SIGKILL)
            cluster.kill(1)
        }
        #expect(outcome.code == 3, "\(outcome.messages)")
        #expect(try scene.events() == alone.events)
        #expect(try scene.incidents() == alone.incidents)
        #expect(end(takers[0]) == SIGKILL)
        #expect(end(takers[1]) == 0 && end(takers[2]) == 0)
        #expect(try scene.night("in").output.contains(#""known":\#(count + 4)"#))
    }

    @Test("A leader that is killed goes on where it was, with nothing twice")
    func leaderKilled() throws {
        let count = 80
        let alone = try alone(count)
        let cluster = try NatsCluster(servers: 1)
        let scene = try ready(count)
        let taker = scene.process(Self.taker(cluster.address()))
        try taker.run()
        let first = try scene.finish(scene.process(Self.leader(cluster.address()))) { process in
            scene.awaits { try scene.text("e.json").contains("alert") }
            kill(process.processIdentifier, SIGKILL)
        }
        #expect(first.code == 128 + SIGKILL)
        // Its claim has to run out first: meanwhile another is refused.
        var second = try scene.finish(scene.process(Self.leader(cluster.address())))
        #expect(second.code == 75, "\(second.messages)")
        while second.code == 75 { second = try scene.finish(scene.process(Self.leader(cluster.address()))) }
        #expect(second.code == 3, "\(second.messages)")
        #expect(end(taker) == 0)
        #expect(try scene.events() == alone.events)
        #expect(try scene.incidents() == alone.incidents)
    }

    @Test(
        "A machine with other rules, and one that does not see the files, leave the list, and others do the work"
    )
    func misfits() throws {
        let cluster = try NatsCluster(servers: 1)
        let scene = try ready(40)
        try scene.write("others/x.yar", "rule X { condition: false }\n")
        try scene.shell("mkdir elsewhere; cp -r rules elsewhere")
        let strange = scene.process(["scan", "--queue", cluster.address(), "--rules", "others", "--quiet"])
        let blind = scene.process(Self.taker(cluster.address()))
        blind.currentDirectoryURL = scene.folder.appendingPathComponent("elsewhere")
        for process in [strange, blind] { try process.run() }
        // Both wait for a list by now, and leave it at the first order, or when it is over.
        Thread.sleep(forTimeInterval: 1)
        let outcome = try scene.finish(scene.process(Self.leader(cluster.address())))
        #expect(outcome.code == 3)
        #expect(try scene.alerts().count == 40 + 5)
        #expect([0, 2].contains(end(strange)))
        #expect([0, 2].contains(end(blind)))
    }

    @Test("New rules are hunted by all machines")
    func hunt() throws {
        let cluster = try NatsCluster(servers: 1)
        let scene = try ready(8)
        #expect(try scene.night("in").code == 3)
        try scene.write("rules/other.yar", "rule Other { strings: $a = \"beacon\" condition: $a }\n")
        let taker = scene.process(Self.taker(cluster.address()))
        try taker.run()
        let outcome = try scene.finish(scene.process(Self.leader(cluster.address()) + ["--back", "1"]))
        #expect(end(taker) == 0)
        #expect(outcome.output.contains(#""hunted":12,"#), "\(outcome.output)")
        #expect(try scene.alerts().count { $0.contains(#""hunt":true"#) } == 8 + 3)
    }

    @Test("What cannot be used is said: an address, no server, options that are for the other side")
    func usage() throws {
        let scene = try ready(1)
        for address in ["http://x", "nats://", "nats://h:0", "nats://h/a b"] {
            #expect(try scene.run("scan", "in", "--rules", "rules", "--queue", address).code == 2)
        }
        #expect(try scene.run("scan", "in", "--rules", "rules", "--queue", "nats://127.0.0.1:1").code == 5)
        #expect(
            try scene.run("scan", "--rules", "rules", "--queue", "nats://h", "--ledger", "l.db").code == 2)
        #expect(try scene.run("scan", "-", "--rules", "rules", "--queue", "nats://h").code == 2)
    }
}
