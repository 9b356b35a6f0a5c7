import Foundation
import Testing

/// `haidang drill log`, as people use it.
@Suite struct LogbookCommandTests {
    private func add(_ scene: Scene, _ more: String..., time: String = "2026-11-28T12:00:00Z") throws
        -> Outcome
    {
        let process = scene.process(
            [
                "drill", "log", "add", "log.jsonl", "--at", time, "--from", "198.51.100.7", "--to",
                "203.0.113.9",
            ] + more)
        return try scene.finish(process)
    }

    @Test("An action is entered, listed and verified")
    func enter() throws {
        let scene = try Scene()
        try scene.write("shot.png", "abc")
        let added = try add(
            scene, "--title", "Đẩy web shell\u{1b}[2J", "--port", "80", "--technique", "T1505.003",
            "--result",
            "succeeded", "--evidence", "shot.png", "--evidence-text", "uid=33", "--team", "Đội đỏ", "--as",
            "an",
            "--until", "2026-11-28 12:05:00Z")
        #expect(added.code == 0, "\(added.messages)")
        #expect(added.output.hasPrefix("Entered as number 1.\n"))
        let hash = String(try #require(added.output.firstMatch(of: /[0-9a-f]{64}/)).output)
        let list = try scene.run("drill", "log", "list", "log.jsonl")
        #expect(list.code == 0)
        for word in [
            "Đẩy web shell\\x1b[2J", "T1505.003", "succeeded", "uid=33; shot.png (3, sha256 ba7816bf8f01…)",
        ] {
            #expect(list.output.contains(word), "\(word)")
        }
        let json = try scene.run("drill", "log", "list", "log.jsonl", "--json").output
        #expect(json.contains(#""start":"2026-11-28T12:00:00.000000Z""#))
        #expect(json.contains(#""evidence":[{"text":"uid=33"},{"file":"shot.png","size":3,"#))
        let verdict = try scene.run("drill", "log", "verify", "log.jsonl", "--anchor", hash)
        #expect(verdict.code == 0)
        #expect(verdict.output == "Intact: 1 entries.\n")
        #expect(
            try scene.run("drill", "log", "list", "log.jsonl", "--lang", "vi").output.contains("thành công"))
    }

    @Test("A correction replaces an entry, and what makes no sense is refused")
    func correct() throws {
        let scene = try Scene()
        #expect(try add(scene, "--title", "one").code == 0)
        #expect(try add(scene, "--title", "two", "--corrects", "1").code == 0)
        #expect(try scene.run("drill", "log", "list", "log.jsonl").output.contains("replaced by 2"))
        let again = try add(scene, "--title", "three", "--corrects", "1")
        #expect(again.code == 2)
        #expect(again.messages.contains("entry 1 was replaced by 2"))
        #expect(try add(scene, "--title", "x", "--port", "0").code == 2)
        #expect(try add(scene, "--title", "x", "--technique", "1190").code == 2)
        #expect(
            try add(scene, "--title", "x", time: "yesterday\u{1b}").messages.contains(
                "yesterday\\x1b is no time"))
        #expect(try add(scene, "--title", "x", "--evidence", "none.png").code == 5)
        #expect(try scene.text("log.jsonl").split(separator: "\n").count == 2)
    }

    @Test("A changed line is named, and nothing is added to it")
    func changed() throws {
        let scene = try Scene()
        for title in ["one", "two"] { #expect(try add(scene, "--title", title).code == 0) }
        try scene.shell("sed -i '2s/two/tow/' log.jsonl")
        let verdict = try scene.run("drill", "log", "verify", "log.jsonl")
        #expect(verdict.code == 1)
        #expect(verdict.output.hasPrefix("line 2 was changed\n"))
        #expect(
            try scene.run("drill", "log", "verify", "log.jsonl", "--json").output
                .contains(#""faults":[{"line":2,"fault":"changed"}]"#))
        let refused = try add(scene, "--title", "three")
        #expect(refused.code == 5)
        #expect(refused.messages.contains("log.jsonl:2: the logbook was changed here"))
        #expect(try scene.run("drill", "log", "match", "log.jsonl", "--events", "e").code == 5)
        #expect(try scene.run("drill", "log", "verify", "none.jsonl").code == 5)
    }

    @Test("A line that a crash left unfinished is said, and the logbook goes on")
    func torn() throws {
        let scene = try Scene()
        #expect(try add(scene, "--title", "one").code == 0)
        try scene.shell("printf '{\"action' >> log.jsonl")
        let added = try add(scene, "--title", "two")
        #expect(added.code == 0)
        #expect(added.messages.contains("line 2 was never finished (8 bytes)"))
        let verdict = try scene.run("drill", "log", "verify", "log.jsonl")
        #expect(verdict.code == 0)
        #expect(verdict.messages.contains("line 2 was never finished"))
    }

    @Test("A table is entered as a whole, or not at all")
    func importing() throws {
        let scene = try Scene()
        let head = "time,title,from,to,technique\n"
        try scene.write(
            "bad.csv", head + "2026-11-28T12:00:00Z,a,192.0.2.1,192.0.2.2,\nx\u{1b},b,192.0.2.1,192.0.2.2,\n")
        let bad = try scene.run("drill", "log", "import", "log.jsonl", "bad.csv")
        #expect(bad.code == 2)
        #expect(bad.messages.contains("bad.csv:3: time: x\\x1b is no time"))
        #expect(!FileManager.default.fileExists(atPath: scene.path("log.jsonl")))
        try scene.write("good.csv", head + "2026-11-28 12:00,\"a, b\",192.0.2.1,192.0.2.2,T1190\r\n")
        let good = try scene.run("drill", "log", "import", "log.jsonl", "good.csv")
        #expect(good.code == 0, "\(good.messages)")
        #expect(good.output.hasPrefix("Entered: 1 actions.\n"))
        #expect(try scene.run("drill", "log", "import", "log.jsonl", "good.csv").code == 2)
        #expect(try scene.run("drill", "log", "list", "log.jsonl").output.contains("a, b"))
    }

    @Test("Actions are held against the event log that a scan writes")
    func match() throws {
        let scene = try Scene.ready()
        let scan = [
            "scan", "hit.pcap", "--rules", "rules", "--event-log", "eve.json", "--exit-zero", "--store",
            "i.db",
        ]
        #expect(try scene.finish(scene.process(scan)).code == 0)
        let log = try scene.text("eve.json")
        let stamp = String(try #require(log.firstMatch(of: /"timestamp":"([^"]+)"/)).output.1)
        #expect(
            try add(scene, "--title", "beacon", "--port", "80", "--result", "succeeded", time: stamp).code
                == 0)
        #expect(try add(scene, "--title", "unseen", time: "2027-01-01 00:00:00Z").code == 0)
        let outcome = try scene.run(
            "drill", "log", "match", "log.jsonl", "--events", "eve.json", "--within", "5m", "--json")
        #expect(outcome.code == 1, "\(outcome.messages)")
        let lines = outcome.lines
        #expect(lines.count == 3)
        #expect(lines[0].contains(#""number":1"#) && lines[0].contains(#""detected":true"#))
        #expect(lines[0].contains(#""verdict":"not_blocked""#))
        #expect(lines[1].contains(#""detected":false"#) && lines[1].contains(#""verdict":"no_traffic_seen""#))
        #expect(lines[2].contains(#""kind":"account","actions":2,"detected":1"#))
        #expect(lines[2].contains(#""unexplained_alerts":0"#))
        let table = try scene.run(
            "drill", "log", "match", "log.jsonl", "--events", "eve.json", "--lang", "vi")
        #expect(table.output.contains("chưa chặn") && table.output.contains("không thấy lưu lượng"))
        try scene.shell("printf 'no event\\n' >> eve.json")
        let partial = try scene.run(
            "drill", "log", "match", "log.jsonl", "--events", "eve.json", "--within", "1s")
        #expect(partial.code == 3)
        #expect(partial.messages.contains("1 lines are no events"))
        #expect(try scene.run("drill", "log", "match", "log.jsonl", "--events", "none.json").code == 5)
        #expect(
            try scene.run("drill", "log", "match", "log.jsonl", "--events", "eve.json", "--within", "5").code
                == 2)
    }
}
