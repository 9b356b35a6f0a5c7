import Foundation
import NetTypes
import TestSupport
import Testing

@Suite("Rotated files of a sensor are one capture")
struct RotatedFilesTests {
    /// Asks for an object that is whole, with the word at its end.
    static let rule = """
        rule Whole { strings: $a = "\(Scene.word)" condition: $a and filesize > 20000 }

        """

    private func ready(_ files: Int) throws -> Scene {
        let scene = try Scene()
        try scene.write("rules/whole.yar", Self.rule)
        try scene.rotate(Scene.download().frames, into: files)
        return scene
    }

    /// What an alert says, but for where its frames are.
    private func essence(_ alerts: [String]) -> [String] {
        alerts.map { line in
            line.replacing(/"pcap_cnt":[0-9]+,/, with: "").replacing(/"pcap_filename":"[^"]*",?/, with: "")
                .replacing(/"packet":\{[^}]*\}/, with: "")
        }
    }

    @Test("A flow over three files is found as in one; each alone shows nothing")
    func three() throws {
        let scene = try ready(3)
        try scene.write("whole/all.pcap", SavefileBytes.pcap(Scene.download().frames))
        #expect(
            try scene.run("scan", "whole", "--rules", "rules", "--event-log", "w.json", "--host", "h").code
                == 1)
        #expect(try scene.night("in").code == 1)
        let (whole, joined) = (try scene.alerts("w.json"), try scene.alerts())
        #expect(whole.count == 2, "the stream and the body")
        #expect(essence(joined) == essence(whole))
        #expect(joined.allSatisfy { $0.contains(#""pcap_filename":"in/eth0-0002.pcap""#) })
        #expect(try scene.run("scan", "in", "--rules", "rules", "--separate").code == 0)
    }

    @Test("Files that come a night later are read with the one before them, and nothing is told twice")
    func nights() throws {
        let scene = try ready(4)
        try scene.shell("mkdir later; mv in/eth0-0002.pcap in/eth0-0003.pcap later")
        #expect(try scene.night("in").code == 0)
        try scene.shell("mv later/* in")
        let second = try scene.night("in")
        #expect(
            second.code == 0,
            "half of the body came in the file before the last of the night: \(second.output)")
        let other = try ready(2)
        try other.shell("mkdir later; mv in/eth0-0001.pcap later")
        #expect(try other.night("in").code == 0)
        try other.shell("mv later/* in")
        #expect(try other.night("in").code == 1)
        #expect(try other.alerts().count == 2)
        #expect(try other.night("in").output.contains(#""known":2"#))
    }

    @Test("What was found before the border of two nights is not found again behind it")
    func once() throws {
        let scene = try Scene()
        try scene.write("rules/beacon.yar", Scene.rule)
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        talk.handshake()
        talk.client(sends: Scene.word)
        for _ in 0..<6 { talk.server(sends: "nothing of the kind") }
        talk.close()
        try scene.rotate(talk.frames, into: 2)
        try scene.shell("mv in/eth0-0001.pcap .")
        #expect(try scene.night("in").code == 1)
        try scene.shell("mv eth0-0001.pcap in")
        #expect(try scene.night("in").code == 0)
        #expect(try scene.alerts().count == 1)
    }

    @Test("The case folder of such a flow has its packets from all files, and the object whole")
    func evidence() throws {
        let scene = try ready(3)
        #expect(try scene.night("in").code == 1)
        let list = try scene.run("incident", "list", "--store", "i.db", "--json").output
        let id = try #require(list.firstMatch(of: /HD-[0-9]{8}-[0-9A-Z]{8}/)).0
        let outcome = try scene.run(
            "evidence", "export", String(id), "--store", "i.db", "--rules", "rules", "--to", ".", "--objects",
            "zip")
        #expect(outcome.code == 0, "\(outcome.messages)")
        let frames = Scene.download().frames.count
        let packets = try scene.run("inspect", "packets", "--csv", "\(id)/packets.pcapng").output
        #expect(packets.contains(",\(frames),"), "\(packets)")
    }

    @Test("A file that is missing by its number is told, and makes the scan incomplete")
    func missing() throws {
        let scene = try ready(6)
        try scene.shell("rm in/eth0-0003.pcap")
        let outcome = try scene.finish(
            scene.process(["scan", "in", "--rules", "rules", "--json", "--lang", "en"]))
        #expect(outcome.code == 3 && outcome.output.contains(#""files_missing":1"#))
        #expect(
            outcome.messages.contains("1 files are missing between in/eth0-0002.pcap and in/eth0-0004.pcap"))
    }

    @Test("Files that overlap are no capture of one sensor: they are scanned apart, and that is told")
    func overlap() throws {
        let scene = try Scene()
        try scene.write("rules/beacon.yar", Scene.rule)
        for number in 0..<3 {
            var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
            talk.interval = 2_000_000_000
            talk.handshake()
            talk.client(sends: Scene.word)
            talk.close()
            try scene.write("in/x-\(number).pcap", SavefileBytes.pcap(talk.frames))
        }
        let outcome = try scene.finish(
            scene.process(["scan", "in", "--rules", "rules", "--event-log", "e.json", "--lang", "en"]))
        #expect(outcome.code == 1)
        #expect(outcome.messages.contains("in/x-1.pcap begins") && outcome.messages.contains("scanned apart"))
        #expect(try scene.alerts().count == 3)
    }

    @Test("Any number of jobs writes the same event log, byte for byte", arguments: [2, 5])
    func jobs(count: Int) throws {
        let scene = try Scene()
        try scene.write("rules/beacon.yar", Scene.rule)
        try scene.write("rules/whole.yar", Self.rule)
        for sensor in 0..<6 {
            try scene.rotate(
                Scene.download(client: UInt16(41_000 + sensor)).frames, into: 3, as: "in/s\(sensor)")
            try scene.write("in/one\(sensor).pcap", Scene.savefile(saying: Scene.word))
        }
        #expect(try scene.night("in").code == 1)
        let incidents = try scene.incidents()
        try scene.shell("mv e.json one.json; rm l.db* i.db*")
        #expect(try scene.night("in", "--jobs", "\(count)").code == 1)
        #expect(try scene.events() == scene.events("one.json"))
        #expect(try scene.alerts().count == 6 * 5)
        #expect(try scene.incidents() == incidents && incidents.count > 1)
    }

    @Test("A capture of more files than one unit has is whole over its borders")
    func manyFiles() throws {
        let scene = try Scene()
        try scene.write("rules/whole.yar", Self.rule)
        var frames: [Frame] = []
        for number in 0..<40 {
            let talk = Scene.beacon(
                UInt16(20_000 + number), start: Timestamp.scene.advanced(by: Int64(number) * 10_000_000_000))
            frames += talk.frames
        }
        try scene.write("rules/beacon.yar", Scene.rule)
        // Files are no whole number of conversations, so that borders lie within them.
        try scene.rotate(frames, into: 37)
        #expect(try scene.night("in").code == 1)
        #expect(try scene.alerts().count == 40)
        #expect(Set(try scene.alerts()).count == 40)
    }
}
