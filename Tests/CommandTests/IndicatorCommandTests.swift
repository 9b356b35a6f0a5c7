import Foundation
import Testing

@Suite("Lists of indicators beside rules, and without")
struct IndicatorCommandTests {
    private static let eicar = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"

    private static func capture(_ name: String) -> String {
        Scene.repository.appendingPathComponent("captures/\(name)/traffic.pcap").path
    }

    private static func events(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }

    @Test(
        "The digest of an object is found, in the table, as a line, and in the event log; the exit code is 1")
    func digest() throws {
        let scene = try Scene.ready()
        try scene.write(
            "feeds/bad.csv",
            "type,value,severity,category,comment\nsha256,\(Self.eicar),1,malware,test file\n")
        let path = Self.capture("malware/eicar-http")
        let table = try scene.run("scan", path, "--ioc", "feeds", "--event-log", "events.json")
        #expect(table.code == 1, "\(table.messages)")
        #expect(table.output.contains("ioc/bad:sha256"))
        #expect(table.output.contains("file.sha256: 275a021b"))
        #expect(table.output.contains("Indicators: 1 from 1 lists\n"))
        #expect(table.output.contains("detections: 1"))
        let log = try Self.events(scene.text("events.json"))
        let alert = try #require(log.first { $0["event_type"] as? String == "alert" })
        let ioc = try #require(alert["ioc"] as? [String: Any])
        #expect(alert["yara"] == nil)
        #expect(ioc["type"] as? String == "sha256")
        #expect(ioc["value"] as? String == Self.eicar)
        #expect(ioc["list"] as? String == "bad")
        #expect(ioc["matched"] as? String == "file.sha256")
        #expect(ioc["comment"] as? String == "test file")
        let signature = try #require(alert["alert"] as? [String: Any])
        #expect(signature["signature"] as? String == "IOC sha256 \(Self.eicar) (list bad)")
        #expect(signature["severity"] as? Int == 1)
        #expect(signature["category"] as? String == "malware")
        let stats = try #require(
            log.last { $0["event_type"] as? String == "stats" }?["stats"] as? [String: Any])
        #expect((stats["ioc"] as? [String: Any])?["detections"] as? Int == 1)
        #expect((stats["detect"] as? [String: Any])?["alert"] as? Int == 1)
        let lines = try scene.run("scan", path, "--ioc", "feeds", "--json", "--exit-zero")
        #expect(lines.code == 0)
        let parsed = try Self.events(lines.output)
        #expect(parsed.count == 2)
        #expect((parsed.first?["ioc"] as? [String: Any])?["value"] as? String == Self.eicar)
        #expect(parsed.last?["indicators"] as? Int == 1)
        #expect(parsed.last?["detections"] as? Int == 1)
    }

    @Test("Names in TLS and DNS, by the configuration file; the option overrides it")
    func names() throws {
        let scene = try Scene.ready()
        try scene.write("c.yml", "ioc: names.txt\n")
        try scene.write("names.txt", "cong-dich-vu[.]example\n*.tinh.example\ndichvucong.example\n")
        try scene.write("none.txt", "other.example\n")
        let tls = try scene.run("scan", Self.capture("encrypted/tls-1.3"), "--config", "c.yml")
        #expect(tls.code == 1)
        #expect(tls.output.contains("tls.sni: cong-dich-vu.example"))
        let dns = try scene.run("scan", Self.capture("benign/name-lookups"), "--config", "c.yml")
        #expect(dns.output.contains("dns.query: dichvucong.example"))
        let none = try scene.run(
            "scan", Self.capture("encrypted/tls-1.3"), "--config", "c.yml", "--ioc", "none.txt")
        #expect(none.code == 0)
    }

    @Test("Junk lines are named and counted, and the others are looked for")
    func junk() throws {
        let scene = try Scene.ready()
        let junk = (1...30).map { "junk line \($0)\u{1b}[2J" }.joined(separator: "\n")
        try scene.write("list.txt", "198.51.100.0/24\n\(junk)\n")
        let outcome = try scene.run("scan", "hit.pcap", "--ioc", "list.txt")
        #expect(outcome.code == 1)
        #expect(outcome.output.contains("ioc/list:network"))
        #expect(outcome.output.contains("Indicators: 1 from 1 lists, 30 left out"))
        #expect(outcome.messages.contains("list.txt:2: left out: \"junk line 1\\x1b[2J\" is no indicator"))
        #expect(outcome.messages.contains("list.txt: 20 more left out"))
        #expect(!outcome.messages.contains("\u{1b}"))
        let vietnamese = try scene.run("scan", "hit.pcap", "--ioc", "list.txt", "--lang", "vi")
        #expect(vietnamese.output.contains("Dấu hiệu: 1 từ 1 danh sách, 30 mục bị bỏ qua"))
    }

    @Test("Without a folder of rules, lists are enough")
    func withoutRules() throws {
        let scene = try Scene()
        try scene.write("hit.pcap", Scene.savefile(saying: "hello"))
        try scene.write("list.txt", "203.0.113.9\n")
        let outcome = try scene.run("scan", "hit.pcap", "--ioc", "list.txt")
        #expect(outcome.code == 1, "\(outcome.messages)")
        #expect(outcome.output.contains("flow.dst: 203.0.113.9"))
        #expect(!outcome.output.contains("Rules:"))
        try scene.write("list.txt", "203.0.113.10\n")
        let quiet = try scene.run("scan", "hit.pcap", "--ioc", "list.txt")
        #expect(quiet.code == 0)
        #expect(!quiet.output.contains("all payload in the capture was scanned"))
    }

    @Test("Lists that cannot be used end the run before it begins, with code 5")
    func unusable() throws {
        let scene = try Scene.ready()
        try scene.write("broken.json", "{\"Event\":")
        try scene.write("junk.txt", "nothing of the kind\n")
        for (path, sentence) in [
            ("absent.txt", "there is no file or folder of indicators absent.txt"),
            ("broken.json", "broken.json is no list of indicators: it is no JSON"),
            ("junk.txt", "there is no indicator in junk.txt"),
        ] {
            let outcome = try scene.run("scan", "hit.pcap", "--ioc", path)
            #expect(outcome.code == 5)
            #expect(outcome.output.isEmpty)
            #expect(outcome.messages.contains(sentence), "\(outcome.messages)")
        }
    }
}
