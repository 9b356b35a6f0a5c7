import Foundation
import NetTypes
import TestSupport
import Testing

@Suite("Rules that are new run over earlier nights")
struct HuntTests {
    private func ready() throws -> Scene {
        let scene = try Scene()
        try scene.write("rules/beacon.yar", Scene.rule)
        for number in 0..<4 {
            try scene.write("in/c\(number).pcap", Scene.savefile(saying: "\(Scene.word) and \(number)"))
        }
        return scene
    }

    private static let new = "rule Other { strings: $a = \"and \" condition: $a }\n"

    @Test("Without --back files stay known, and that they have seen older rules only is said")
    func older() throws {
        let scene = try ready()
        #expect(try scene.night("in").code == 1)
        try scene.write("rules/other.yar", Self.new)
        let outcome = try scene.night("in")
        #expect(
            outcome.code == 0 && outcome.output.contains(#""known":4,"left":0,"known_with_older_rules":4"#))
        #expect(try scene.alerts().count == 4)
    }

    @Test("Only the new rule runs, once; what it finds is told apart")
    func hunt() throws {
        let scene = try ready()
        #expect(try scene.night("in").code == 1)
        try scene.write("rules/other.yar", Self.new)
        let outcome = try scene.night("in", "--back", "1")
        #expect(outcome.code == 1)
        #expect(outcome.output.contains(#""hunted":4,"hunted_detections":4"#), "\(outcome.output)")
        let alerts = try scene.alerts()
        #expect(alerts.count == 8)
        #expect(
            alerts.count { $0.contains(#""rule":"Other""#) && $0.contains(#""haidang":{"hunt":true}"#) } == 4)
        #expect(alerts.count { $0.contains(#""rule":"Beacon""#) && !$0.contains("hunt") } == 4)
        let log = try scene.text("e.json")
        #expect(log.count(of: #""event_type":"flow""#) == 4, "flows were told in the first night")
        let again = try scene.night("in", "--back", "1")
        #expect(
            again.code == 0
                && again.output.contains(#""known":4,"left":0,"known_with_older_rules":0,"hunted":0"#))
    }

    @Test("A file in which a hunt finds something is told with its digest, as a scan tells it")
    func digests() throws {
        let scene = try ready()
        let body = "\(Scene.word) and more"
        var talk = Conversation(client: "198.51.100.7", 40001, server: "203.0.113.9", 80)
        talk.handshake()
        talk.client(sends: "GET /more HTTP/1.1\r\nHost: a.example\r\n\r\n")
        talk.server(sends: "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
        talk.close()
        try scene.write("in/c4.pcap", SavefileBytes.pcap(talk.frames))
        #expect(try scene.night("in").code == 1)
        try scene.write("rules/other.yar", Self.new)
        #expect(try scene.night("in", "--back", "1").code == 1)
        let digest = Digest.of(Array(body.utf8).span).hexadecimal
        let told = try scene.alerts().filter { $0.contains(digest) }
        #expect(told.count == 2)
        #expect(told.count { $0.contains(#""haidang":{"hunt":true}"#) } == 1)
    }

    @Test("A changed rule is new, a changed comment beside it is not, and what is left out needs no look")
    func changes() throws {
        let scene = try ready()
        try scene.write("rules/other.yar", Self.new)
        #expect(try scene.night("in").code == 1)
        try scene.write("rules/other.yar", "// Who wrote this?\n" + Self.new)
        #expect(
            try scene.night("in", "--back", "1").output.contains(#""known_with_older_rules":0,"hunted":0"#))
        try scene.write("rules/other.yar", Self.new.replacing("and ", with: "hello and"))
        let changed = try scene.night("in", "--back", "1")
        #expect(changed.output.contains(#""hunted":4,"hunted_detections":4"#), "\(changed.output)")
        try scene.shell("rm rules/other.yar")
        #expect(
            try scene.night("in", "--back", "9").output.contains(#""known_with_older_rules":0,"hunted":0"#))
    }

    @Test("Indicators that are new are hunted, those that were there are not")
    func indicators() throws {
        let scene = try ready()
        try scene.write("list.txt", "198.51.100.7\n")
        let first = try scene.night("in", "--ioc", "list.txt")
        let before = try scene.alerts().count
        #expect(first.code == 1 && before == 8)
        try scene.write("list.txt", "198.51.100.7\n203.0.113.9\n")
        let outcome = try scene.night("in", "--ioc", "list.txt", "--back", "1")
        #expect(outcome.output.contains(#""hunted":4,"hunted_detections":4"#), "\(outcome.output)")
        #expect(try scene.alerts().count == before + 4)
    }

    @Test("Nights that lie further back are not looked at")
    func nights() throws {
        let scene = try ready()
        #expect(try scene.night("in/c0.pcap").code == 1)
        #expect(try scene.night("in/c1.pcap").code == 1)
        #expect(try scene.night("in").code == 1)
        try scene.write("rules/other.yar", Self.new)
        let outcome = try scene.night("in", "--back", "2")
        #expect(
            outcome.output.contains(#""known":1,"left":0,"known_with_older_rules":1,"hunted":3"#),
            "\(outcome.output)")
    }

    @Test("--back without a ledger, and a number that is none, are errors of usage")
    func usage() throws {
        let scene = try ready()
        #expect(try scene.run("scan", "in", "--rules", "rules", "--back", "1").code == 2)
        #expect(try scene.night("in", "--back", "-1").code == 2)
    }
}

extension String {
    /// How often a text is in it.
    fileprivate func count(of text: String) -> Int { components(separatedBy: text).count - 1 }
}
