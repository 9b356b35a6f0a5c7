import Foundation
import Testing

@Suite("The configuration file")
struct ConfigurationTests {
    /// A file, and what is said about it behind its name.
    static let invalid: [(text: String, sentence: String)] = [
        ("flw:\n  capacity: 1\n", ":1: there is no key flw; did you mean flow?"),
        (
            "flow:\n  held-per-streams: 1\n",
            ":2: there is no key flow.held-per-streams; did you mean flow.held-per-stream?"
        ),
        ("capacity: 1000\n", ":1: there is no key capacity; did you mean flow.capacity?"),
        ("zzzzzzzzzzzzzzzz: 1\n", ":1: there is no key zzzzzzzzzzzzzzzz"),
        ("flow:\n  capacity: many\n", ":2: the key flow.capacity takes a whole number from 64 to 16777216"),
        ("flow:\n  capacity: 1.5\n", ":2: the key flow.capacity takes a whole number from 64 to 16777216"),
        ("flow:\n  capacity: 0\n", ":2: the key flow.capacity takes a whole number from 64 to 16777216"),
        ("flow:\n  checksums: maybe\n", ":2: the key flow.checksums takes one of auto, strict, ignore"),
        ("flow:\n  paws: yes\n", ":2: the key flow.paws takes true or false"),
        ("flow: 3\n", ":1: flow is a section and holds lines \"key: value\""),
        ("- a\n- b\n", ":1: a configuration file consists of lines \"key: value\""),
        ("lang: fr\n", ":1: the key lang takes one of vi, en"),
        ("rules: [[a], b]\n", ":1: the key rules takes a text or a list of texts"),
        ("log:\n  host: [a]\n", ":2: the key log.host takes a text that is not empty"),
    ]

    @Test("What is not valid is one sentence with file, line and the nearest known key", arguments: invalid)
    func invalidFile(text: String, sentence: String) throws {
        let scene = try Scene.ready()
        try scene.write("c.yml", text)
        let outcome = try scene.run("scan", "hit.pcap", "--config", "c.yml")
        #expect(outcome.code == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.messages.hasPrefix("haidang: c.yml\(sentence)"))
        #expect(outcome.messages.count { $0 == "\n" } == 1)
    }

    @Test("All that is wrong in a file is said at once")
    func allAtOnce() throws {
        let scene = try Scene.ready()
        try scene.write("c.yml", "lagn: vi\nscan:\n  timeout: soon\n  windw: 1\n")
        let outcome = try scene.run("doctor", "--config", "c.yml")
        let sentences = outcome.messages.split(separator: "\n")
        #expect(sentences.count == 3)
        #expect(zip(sentences, [1, 3, 4]).allSatisfy { $0.hasPrefix("haidang: c.yml:\($1): ") })
    }

    @Test("Broken YAML and keys that occur twice name the line")
    func syntax() throws {
        let scene = try Scene.ready()
        try scene.write("c.yml", "flow:\n  capacity: [1\n")
        #expect(
            try scene.run("doctor", "--config", "c.yml").messages.contains(
                "c.yml:3: the configuration file is not valid YAML"))
        try scene.write("c.yml", "lang: vi\nlang: en\n")
        let twice = try scene.run("doctor", "--config", "c.yml")
        #expect(twice.code == 2)
        #expect(twice.messages.contains("the key lang occurs more than once"))
    }

    @Test(
        "A file that is not there, a folder, and bytes that are no text",
        arguments: ["no.yml", "rules", "hit.pcap"])
    func unreadable(path: String) throws {
        let outcome = try Scene.ready().run("doctor", "--config", path)
        #expect(outcome.code == 2)
        #expect(outcome.messages.hasPrefix("haidang: \(path): "))
    }

    @Test("Keys are obeyed, and a command-line option overrides its key")
    func override() throws {
        let scene = try Scene.ready()
        try scene.write(
            "c.yml", "rules: other\nlang: vi\nlog:\n  event-log: from-key.json\n  host: key-host\n")
        try scene.write("other/other.yar", "rule Other { condition: true }\n")
        let keyed = try scene.run("scan", "hit.pcap", "--config", "c.yml", environment: [:])
        #expect(keyed.output.contains("other:Other"))
        #expect(keyed.output.contains("Sổ sự kiện: from-key.json"))
        #expect(try scene.text("from-key.json").contains("\"host\":\"key-host\""))
        let overridden = try scene.run(
            "scan", "hit.pcap", "--config", "c.yml", "--rules", "rules", "--event-log", "given.json",
            "--host",
            "given-host", "--lang", "en")
        #expect(overridden.output.contains("beacon:Beacon"))
        #expect(overridden.lines.last == "Event log: given.json")
        #expect(try scene.text("given.json").contains("\"host\":\"given-host\""))
    }

    @Test("Sizes take units, networks take policies, and an empty file or section changes nothing")
    func values() throws {
        let scene = try Scene.ready()
        let files = [
            "", "# nothing\n", "flow:\nscan:\n", "scan:\n  window: 8 MiB\n  budget: 1GiB\n",
            "flow:\n  overlap-by-network:\n    192.0.2.0/24: windows\n    2001:db8::/32: linux\n",
            "rules: [rules, rules]\n",
        ]
        for text in files {
            try scene.write("c.yml", text)
            let outcome = try scene.run("scan", "hit.pcap", "--config", "c.yml")
            #expect(outcome.code == 1, "\(text): \(outcome.messages)")
        }
    }

    @Test("docs/CONFIGURATION.md is what the table of keys says, and its defaults are a valid file")
    func reference() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("docs/CONFIGURATION.md")
        let scene = try Scene.ready()
        let page = try scene.run("doctor", "--configuration-reference").output
        #expect(
            try String(contentsOf: file, encoding: .utf8) == page,
            "write it anew: haidang doctor --configuration-reference > docs/CONFIGURATION.md")
        let example = page.components(separatedBy: "```")[1].dropFirst(5)
        // An empty list of rules is the default, but the usual places are found only by leaving it out.
        try scene.write("c.yml", String(example))
        #expect(try scene.run("scan", "hit.pcap", "--config", "c.yml").code == 1)
    }
}
