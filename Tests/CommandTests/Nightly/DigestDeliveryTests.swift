import Foundation
import Incidents
import Testing

@Suite("The digest of a scan, and digests that are sent")
struct DigestDeliveryTests {
    private static let options = [
        "--rules", "rules", "--ledger", "l.db", "--settle", "0s", "--host", "h", "--store", "i.db", "--quiet",
    ]

    private func scan(_ scene: Scene, _ more: String...) throws -> Outcome {
        try scene.finish(scene.process(["scan"] + more + Self.options))
    }

    private func events(_ scene: Scene, _ file: String) -> [String] {
        let text = (try? scene.text(file)) ?? ""
        return text.split(separator: "\n").map(String.init).filter { $0.contains(#""event_type":"digest""#) }
    }

    @Test("A scan writes what each suffix says, and the text in the place of its summary")
    func files() throws {
        let scene = try Scene.ready()
        let outcome = try scan(
            scene, "hit.pcap", "--digest", "d.txt", "--digest", "d.html", "--digest", "d.json", "--digest",
            "-")
        #expect(outcome.code == 1)
        #expect(outcome.output == (try scene.text("d.txt")))
        #expect(outcome.output.contains("Exit code 1: all was scanned, something was found."))
        #expect(!outcome.output.contains("Traffic: "), "no summary")
        #expect(try scene.text("d.html").contains("Exit code 1"))
        #expect(try scene.text("d.json").contains(#""exit_code":1"#))
        let quiet = try scan(scene, "quiet.pcap", "--digest", "d.json")
        #expect(quiet.code == 0 && quiet.output.contains("Traffic: "))
        #expect(try scene.text("d.json").contains(#""run":2"#), "the old one gives way")
    }

    @Test("A digest that cannot be written is told, keeps the others from nothing, and makes 0 and 1 a 3")
    func unwritable() throws {
        let scene = try Scene.ready()
        try scene.shell("ln -s /dev/full full.json")
        for (file, code) in [("quiet.pcap", 3), ("hit.pcap", 3), ("missing.pcap", 5)] as [(String, Int32)] {
            let outcome = try scan(
                scene, file, "--digest", "no/d.txt", "--digest", "full.json", "--digest", "ok.json")
            #expect(outcome.code == code, "\(file)")
            #expect(outcome.messages.contains("haidang: the digest: cannot write no/d.txt"))
            #expect(outcome.messages.contains("haidang: the digest: cannot write full.json: No space left"))
        }
        let event = try scene.text("ok.json")
        #expect(event.contains(#""run":3,"finished":true,"exit_code":5"#), "\(event)")
        // What was scanned is not scanned again for it.
        #expect(try scan(scene, "hit.pcap", "--json").output.contains(#""known":1"#))
    }

    @Test("What makes no sense is said before anything is scanned")
    func usage() throws {
        let scene = try Scene.ready()
        try scene.writeSinks()
        let none = try scene.run("scan", "hit.pcap", "--rules", "rules", "--digest", "d.txt")
        #expect(none.code == 2 && none.messages == "haidang: a digest needs a ledger (--ledger FILE)\n")
        for (arguments, sentence) in [
            (
                ["--digest", "d.pdf"],
                "d.pdf: a digest is written to a file that ends in .txt, .html or .json"
            ),
            (["--digest", "-", "--json"], "--digest - and --json exclude each other"),
            (["--digest-to", "thu"], "to send a digest needs a list of sinks"),
            (["--digest-to", "thư", "--sinks", "sinks.yml"], "there is no sink thư; did you mean thu?"),
        ] as [([String], String)] {
            let outcome = try scene.finish(scene.process(["scan", "hit.pcap"] + arguments + Self.options))
            #expect(outcome.code == 2 && outcome.messages.contains(sentence), "\(outcome.messages)")
        }
        #expect(!FileManager.default.fileExists(atPath: scene.path("l.db")))
        let store = try scene.run(
            "scan", "hit.pcap", "--rules", "rules", "--ledger", "l.db", "--sinks", "sinks.yml", "--digest-to",
            "thu")
        #expect(store.code == 2 && store.messages.contains("needs a store of incidents"))
    }

    @Test("Mail has the text, a file the event, whatever their filters say; others have nothing")
    func sinks() throws {
        let scene = try Scene.ready()
        try scene.writeSinks()
        let process = scene.process(
            ["scan", "hit.pcap", "--sinks", "sinks.yml", "--digest-to", "thu", "--digest-to", "tep"]
                + Self.options, environment: [:])
        #expect(try scene.finish(process).code == 1)
        let mails = try scene.mails()
        let mail = try #require(mails.last)
        #expect(mail.head.hasPrefix("[haidang] Đêm ") && mail.head.hasSuffix("sự cố mới, 0 tệp chưa trọn"))
        #expect(mail.text.contains("Mã thoát 1: đã quét hết, có phát hiện."))
        #expect(mail.text.contains("\r\n") && !mail.text.contains("event_type"))
        let sent = events(scene, "tep.json")
        let given = try scene.run("digest", "--ledger", "l.db", "--format", "json").lines
        #expect(sent == given)
        #expect(events(scene, "khac.json").isEmpty && events(scene, "kin.json").isEmpty)
    }

    @Test("A receiver that is dead delays nothing, and has it from the next run")
    func dead() throws {
        let scene = try Scene.ready()
        try scene.writeSinks(exit: 75)
        let more = ["--sinks", "sinks.yml", "--digest-to", "thu", "--digest-to", "tep"]
        let options = Self.options.filter { $0 != "--quiet" }
        let outcome = try scene.finish(scene.process(["scan", "hit.pcap"] + more + options))
        #expect(
            outcome.code == 1 && outcome.messages.contains("The digest waits for thu"), "\(outcome.messages)")
        #expect(events(scene, "tep.json").count == 1)
        try scene.writeSinks()
        try scene.shell("rm -f mails")
        let next = try scene.finish(
            scene.process(["scan", "quiet.pcap", "--sinks", "sinks.yml"] + Self.options))
        #expect(next.code == 0)
        #expect(try scene.mails().contains { $0.text.contains("Run 1 on h") })
        #expect(events(scene, "tep.json").count == 1, "once is enough for who had it")
    }

    @Test("The command sends one as well, without secrets to whom they are not for")
    func secrets() throws {
        let scene = try Scene()
        try scene.writeLedger()
        try scene.writeSinks()
        try scene.write(
            "networks.yml",
            """
            units:
              - {id: mat, name: Mật, kind: agency, level: 4, payload: none, networks: [198.51.100.0/24]}

            """)
        let outcome = try scene.run(
            "digest", "--ledger", "l.db", "--store", "i.db", "--sinks", "sinks.yml", "--networks",
            "networks.yml", "--send", "thu", "--send", "tep", "--send", "kin")
        #expect(outcome.code == 0 && outcome.output.contains("198.51.100.7"), "\(outcome.messages)")
        let mail = try #require(try scene.mails().first)
        #expect(mail.head.contains(": 3 new incidents, 1 file not whole"), "\(mail.head)")
        #expect(mail.text.contains("192.0.2.9") && !mail.text.contains("198.51.100.7"))
        #expect(mail.text.contains("keep no payload are left out") && !mail.text.contains("mat"))
        #expect(events(scene, "tep.json").count == 1 && !events(scene, "tep.json")[0].contains("198.51"))
        #expect(events(scene, "kin.json").count == 1 && events(scene, "kin.json")[0].contains("198.51"))
    }

    @Test("A scan that a signal ended gives the digest of an unfinished run")
    func interrupted() throws {
        let scene = try Scene.ready()
        try scene.shell("mkfifo slow.pcap")
        let process = scene.process(
            ["scan", "hit.pcap", "slow.pcap", "--digest", "d.json", "--event-log", "e.json"] + Self.options)
        let outcome = try scene.finish(process) { process in
            scene.awaits { try scene.text("e.json").contains("alert") }
            kill(process.processIdentifier, SIGINT)
            // Whoever waits for the pipe to be opened goes on when it is.
            try scene.shell("timeout 5 sh -c ': > slow.pcap' || true")
        }
        #expect(outcome.code == 130)
        #expect(try scene.text("d.json").contains(#""finished":false,"started""#))
    }
}
