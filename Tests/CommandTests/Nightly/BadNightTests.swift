import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Nights with bad input")
struct BadNightTests {
    private func ready() throws -> Scene {
        let scene = try Scene()
        try scene.write("rules/beacon.yar", Scene.rule)
        try scene.write("in/good.pcap", Scene.savefile(saying: Scene.word))
        return scene
    }

    @Test(
        "What cannot be read whole is said, makes the code 3, and keeps nothing else from being scanned",
        arguments: [
            ("empty.pcap", [UInt8](), "failed"),
            ("garbage.pcap", Array("no savefile at all, but long enough".utf8), "failed"),
            ("sealed.pcap.gz", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 7, 7, 7, 7], "failed"),
            ("age.pcap", Array("age-encryption.org/v1\n-> X25519 abc\n".utf8), "failed"),
            ("half.pcap", Scene.savefile(saying: "x").dropLast(7), "partial"),
        ] as [(String, [UInt8], String)])
    func unreadable(name: String, bytes: [UInt8], verdict: String) throws {
        let scene = try ready()
        try scene.write("in/\(name)", bytes)
        let outcome = try scene.night("in")
        #expect(outcome.code == 3, "\(outcome.messages)")
        #expect(outcome.output.contains("\"\(verdict)\":1"), "\(outcome.output)")
        #expect(try scene.alerts().count == 1)
        // What failed is tried again, what is cut short is not.
        #expect(try scene.night("in").output.contains("\"known\":\(verdict == "failed" ? 1 : 2)"))
    }

    @Test(
        "Folders in a circle, links that lead nowhere, names with newlines and escapes: each file once, and shown harmless"
    )
    func names() throws {
        let scene = try ready()
        try scene.shell("mkdir in/a; ln -s .. in/a/up; ln -s ../in in/self; ln -s nowhere in/gone.pcap")
        try scene.write("in/two\nlines\u{1b}[31m.pcap", Scene.savefile(saying: Scene.word + " again"))
        let outcome = try scene.finish(
            scene.process([
                "scan", "in", "--rules", "rules", "--ledger", "l.db", "--settle", "0s", "--event-log",
                "e.json",
            ]))
        #expect(
            outcome.code == 3 && !outcome.output.contains("\u{1b}") && !outcome.messages.contains("\u{1b}"))
        #expect(outcome.messages.contains("gone.pcap"))
        #expect(try scene.alerts().count == 2)
        #expect(try scene.text("e.json").contains(#"in/two\nlines\u001b[31m.pcap"#))
        #expect(try scene.night("in").output.contains(#""known":2"#))
    }

    @Test(
        "A ledger of a later version, and one of something else, are refused with code 5 and left as they are"
    )
    func foreign() throws {
        let scene = try ready()
        #expect(try scene.night("in").code == 1)
        let raw = try DatabaseQueue(path: scene.path("l.db"))
        try raw.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('ledger v999')") }
        try raw.close()
        let later = try scene.night("in")
        #expect(later.code == 5 && later.messages.contains("later version"), "\(later.messages)")
        let other = try DatabaseQueue(path: scene.path("other.db"))
        try other.write { try $0.execute(sql: "CREATE TABLE mine (a)") }
        try other.close()
        #expect(try scene.run("scan", "in", "--rules", "rules", "--ledger", "other.db").code == 5)
        let isThere = try DatabaseQueue(path: scene.path("other.db")).read { try $0.tableExists("mine") }
        #expect(isThere)
    }

    @Test(
        "An event log that takes no more makes the code 3, and the file is scanned again once there is room")
    func full() throws {
        let scene = try ready()
        let options = Scene.night.map { $0 == "e.json" ? "/dev/full" : $0 }
        let outcome = try scene.finish(scene.process(["scan", "in"] + options))
        #expect(outcome.code == 3 || outcome.code == 5, "\(outcome.messages)")
        #expect(try scene.night("in").code == 1)
        #expect(try scene.alerts().count == 1)
    }

    @Test("A path that is not there ends with code 5, a folder without savefiles too")
    func nothing() throws {
        let scene = try ready()
        try scene.shell("mkdir none")
        #expect(try scene.night("gone").code == 5)
        #expect(try scene.night("none").code == 5)
        #expect(try scene.night("none", "in").code == 3)
    }

    @Test(
        "A file that is gone when its turn comes has failed, by name and reason, and the others are scanned")
    func vanished() throws {
        let scene = try ready()
        try scene.shell("mkfifo slow.pcap")
        try scene.write("in/more.pcap", Scene.savefile(saying: Scene.word + " more"))
        let outcome = try scene.finish(
            scene.process(["scan", "slow.pcap", "in/good.pcap", "in/more.pcap"] + Scene.night)
        ) { _ in
            // Whoever opens the pipe to write waits for the scan, which has made its plan by then.
            let pipe = try FileHandle(forWritingTo: scene.folder.appendingPathComponent("slow.pcap"))
            try scene.shell("rm in/good.pcap")
            try pipe.write(contentsOf: Data(Scene.savefile(saying: "nothing")))
            try pipe.close()
        }
        #expect(
            outcome.code == 3 && outcome.output.contains(#""complete":2,"partial":0,"failed":1"#),
            "\(outcome.output)")
        #expect(try scene.alerts().count == 1)
        let digest = try scene.run("digest", "--ledger", "l.db", "--format", "json").output
        #expect(
            digest.contains(
                #""path":"in/good.pcap","kind":"scan","verdict":"failed","reason":"No such file or directory""#
            ))
    }

    @Test(
        "A full disk under the ledger is one sentence and code 5",
        .enabled(if: geteuid() == 0, "needs root to mount"))
    func fullLedger() throws {
        let scene = try ready()
        try scene.shell("mkdir small; /bin/mount -t tmpfs -o size=96k tmpfs small")
        defer { try? scene.shell("/bin/umount small") }
        let options = Scene.night.map { $0 == "l.db" ? "small/l.db" : $0 }
        let outcome = try scene.finish(scene.process(["scan", "in"] + options))
        #expect(
            outcome.code == 5 && outcome.messages.contains("the disk of the ledger is full"),
            "\(outcome.messages)")
    }
}
