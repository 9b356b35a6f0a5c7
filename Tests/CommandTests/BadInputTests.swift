import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
    /// What is given, what is said about it, and the exit code when nothing else is given.
    static let cases: [(argument: String, sentence: String)] = [
        ("missing.pcap", "there is no file or folder missing.pcap"),
        ("empty-folder", "the folder empty-folder holds no savefile"),
        ("notes.pcap", "notes.pcap is not a savefile (pcap): it looks like text"),
        ("nothing.pcap", "nothing.pcap is not a savefile (pcap): it is empty"),
    ]

    private func scene() throws -> Scene {
        let scene = try Scene.ready()
        try scene.write("notes.pcap", "these are notes\n")
        try scene.write("nothing.pcap", "")
        try FileManager.default.createDirectory(
            at: scene.folder.appendingPathComponent("empty-folder"), withIntermediateDirectories: true)
        return scene
    }

    @Test("An input that cannot be used is one sentence, and alone it exits with 5", arguments: cases)
    func alone(argument: String, sentence: String) throws {
        let outcome = try scene().run("scan", argument)
        #expect(outcome.code == 5)
        #expect(outcome.messages == "haidang: \(sentence)\n")
    }

    @Test("Beside it the rest is still done, and the exit code is 3", arguments: cases)
    func amongOthers(argument: String, sentence: String) throws {
        let outcome = try scene().run("scan", argument, "hit.pcap")
        #expect(outcome.code == 3)
        #expect(outcome.messages == "haidang: \(sentence)\n")
        #expect(outcome.output.contains("beacon:Beacon"))
        #expect(outcome.output.contains("not read: \(sentence)"))
    }

    @Test("inspect says the same", arguments: cases)
    func inspect(argument: String, sentence: String) throws {
        let scene = try scene()
        let alone = try scene.run("inspect", "packets", "--csv", argument)
        #expect(alone.code == 5)
        #expect(alone.messages == "haidang: \(sentence)\n")
        let beside = try scene.run("inspect", "packets", "--csv", argument, "hit.pcap")
        #expect(beside.code == 3)
        #expect(beside.lines.count == 2)
    }

    @Test(
        "An unreadable file is one sentence with the system's reason",
        .enabled(if: geteuid() != 0, "root may read everything"))
    func unreadable() throws {
        let scene = try scene()
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: scene.path("hit.pcap"))
        let outcome = try scene.run("scan", "hit.pcap")
        #expect(outcome.code == 5)
        #expect(outcome.messages == "haidang: cannot read hit.pcap: Permission denied\n")
    }

    @Test("Rules that are not there, or none at all, exit with 5 before anything is read")
    func rules() throws {
        let scene = try scene()
        #expect(try scene.run("scan", "hit.pcap", "--rules", "nowhere").code == 5)
        #expect(try scene.run("scan", "hit.pcap", "--rules", "empty-folder").code == 5)
        try FileManager.default.removeItem(at: scene.folder.appendingPathComponent("rules"))
        let outcome = try scene.run("scan", "hit.pcap")
        #expect(outcome.code == 5)
        #expect(outcome.messages.contains("no rule folder was found (tried rules, "))
    }

    @Test("An event log that cannot be written is found before anything is read, and exits with 2")
    func eventLog() throws {
        let outcome = try scene().run("scan", "hit.pcap", "--event-log", "no/such/events.json")
        #expect(outcome.code == 2)
        #expect(
            outcome.messages == "haidang: cannot write no/such/events.json: No such file or directory\n")
    }

    @Test("The event log cannot be standard output, where the results are")
    func eventLogOnOutput() throws {
        let outcome = try scene().run("scan", "hit.pcap", "--event-log", "-")
        #expect(outcome.code == 2)
        #expect(outcome.output.isEmpty)
    }

    @Test("An event log whose disk is full is told at the end, and the run is incomplete")
    func fullDisk() throws {
        let outcome = try scene().run("scan", "hit.pcap", "--event-log", "/dev/full")
        #expect(outcome.code == 3)
        #expect(outcome.messages.contains("the event log /dev/full is not complete: No space left on device"))
    }

    @Test(
        "Wrong usage exits with 2 and points to the help",
        arguments: [
            ["scan"], ["scna"], ["scan", "x", "--wrong"], ["scan", "x", "--checksums", "maybe"],
            ["scan", "x", "--event-log"], ["inspect", "streams"],
            ["inspect", "flows", "x", "--csv", "--json"],
            ["rules", "check"], ["scan", "x", "--lang", "fr"],
        ])
    func usage(arguments: [String]) throws {
        let scene = try scene()
        let outcome = try scene.finish(scene.process(arguments))
        #expect(outcome.code == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.messages.hasPrefix("haidang: "))
        #expect(outcome.messages.contains("--help' for how it is used."))
    }
}
