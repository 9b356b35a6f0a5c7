import Capture
import NetTypes
import Rulebook
import Scan
import Sensor
import TestSupport
import Testing

@Suite("The preview of rules")
struct RulePreviewTests {
    /// 2026-11-24T01:00:00Z, where the conversations of these tests begin.
    private static func savefile(_ texts: [String]) -> [UInt8] {
        var frames: [[Frame]] = []
        for (index, text) in texts.enumerated() {
            var talk = Conversation(client: "198.51.100.7", UInt16(40000 + index), server: "203.0.113.9", 80)
            talk.handshake()
            talk.client(sends: text)
            talk.close()
            frames.append(talk.frames)
        }
        return SavefileBytes.pcap([Frame].merged(frames))
    }

    private static func rule(_ name: String, _ word: String) -> String {
        "rule \(name) { strings: $a = \"\(word)\" condition: $a }\n"
    }

    private func preview(
        _ new: [String: String], than old: [String: String]? = nil, _ folder: TestFolder,
        window: PreviewWindow = .always, limit: Int = 100
    ) throws -> RulePreview {
        let rules = try PreviewRules(
            new: [.files(name: "new", new.mapValues { Array($0.utf8) })],
            old: old.map { [.files(name: "old", $0.mapValues { Array($0.utf8) })] },
            configuration: ScanConfiguration())
        var preview = RulePreview(
            rules, configuration: SensorConfiguration(), window: window, limit: limit)
        let files = try SavefileFolder.savefiles(at: folder.path)
        try preview.run(files.map { PreviewInput(savefile: $0) })
        return preview
    }

    @Test("Hits and flows are counted for each rule, and one list of hits has an end")
    func counts() throws {
        let folder = try TestFolder([
            "a.pcap": Self.savefile(["alpha-one", "alpha-one beta-two", "nothing"]),
            "b.pcap": Self.savefile(["beta-two"]),
        ])
        let rules = [
            "r.yar": Self.rule("A", "alpha-one") + Self.rule("B", "beta-two") + Self.rule("C", "gamma")
        ]
        let found = try preview(rules, folder, limit: 3)
        #expect(found.rows.map(\.rule) == ["r:A", "r:B", "r:C"])
        #expect(found.rows.map(\.hits) == [2, 2, 0])
        #expect(found.rows.map(\.flows) == [2, 2, 0])
        #expect(found.rows.map(\.objects) == [0, 0, 0])
        #expect(found.rows[2].first == nil)
        #expect(found.count == 4)
        #expect(found.hits.count == 3)
        #expect(found.complete == 2)
        #expect(found.statistics.brokenLaws == [])
        #expect(found.statistics.flow.created == 4)
    }

    @Test("Of two sets, only what one of them finds is listed")
    func difference() throws {
        let folder = try TestFolder([
            "a.pcap": Self.savefile(["alpha-one", "alpha-two", "beta-one", "beta-two"])
        ])
        let old = ["r.yar": Self.rule("A", "alpha-one") + Self.rule("B", "beta-")]
        let new = [
            "r.yar": Self.rule("A", "alpha-") + Self.rule("B", "beta-two") + Self.rule("C", "beta-one")
        ]
        let found = try preview(new, than: old, folder)
        #expect(found.rows.map(\.rule) == ["r:A", "r:B", "r:C"])
        #expect(found.rows.map(\.hits) == [2, 1, 1])
        #expect(found.rows.map(\.oldHits) == [1, 2, 0])
        #expect(found.rows.map(\.isInOld) == [true, true, false])
        #expect(found.difference.gained == 2)
        #expect(found.difference.lost == 1)
        #expect(found.count == 3)
        #expect(Set(found.hits.map { "\($0.isLost ? "-" : "+")\($0.rule)" }) == ["+r:A", "-r:B", "+r:C"])
    }

    @Test("The same rules make no difference, wherever they stand in their files")
    func same() throws {
        let folder = try TestFolder(["a.pcap": Self.savefile(["alpha-one", "alpha-one"])])
        let rules = ["r.yar": Self.rule("A", "alpha-one")]
        let found = try preview(rules, than: ["r.yar": "// old\n\n" + (rules["r.yar"] ?? "")], folder)
        #expect(found.rows.map(\.hits) == [2])
        #expect(found.rows.map(\.oldHits) == [2])
        #expect(found.count == 0)
        #expect(found.hits.isEmpty)
    }

    @Test("Frames of another time are left out, and counted")
    func window() throws {
        let folder = try TestFolder(["a.pcap": Self.savefile(["alpha-one"])])
        let rules = ["r.yar": Self.rule("A", "alpha-one")]
        let all = try preview(rules, folder)
        let covered = try #require(all.covered)
        let inside = try preview(rules, folder, window: PreviewWindow(nights: 1, before: covered.last))
        #expect(inside.count == 1)
        #expect(inside.framesLeftOut == 0)
        let before = covered.first.advanced(by: -1)
        let outside = try preview(rules, folder, window: PreviewWindow(nights: 1, before: before))
        #expect(outside.count == 0)
        #expect(outside.covered == nil)
        #expect(outside.framesLeftOut == all.statistics.capture.frames)
    }

    @Test("A recording is read as one: a flow goes on in the next file, and the last may still grow")
    func recording() throws {
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        talk.handshake()
        talk.client(sends: "alpha-")
        let first = talk.frames.count
        talk.client(sends: "one")
        talk.close()
        let folder = try TestFolder([
            "a.pcap": SavefileBytes.pcap(Array(talk.frames[..<first])),
            "b.pcap": SavefileBytes.pcap(Array(talk.frames[first...])) + [1, 2, 3],
        ])
        let rules = try PreviewRules(
            new: [.files(name: "new", ["r.yar": Array(Self.rule("A", "alpha-one").utf8)])], old: nil,
            configuration: ScanConfiguration())
        let files = ["a.pcap", "b.pcap"].map { folder.path + "/" + $0 }
        var whole = RulePreview(rules, configuration: SensorConfiguration(), window: .always, limit: 10)
        try whole.run([PreviewInput(recording: files)])
        #expect(whole.count == 1)
        #expect(whole.gaps == [])
        var parts = RulePreview(rules, configuration: SensorConfiguration(), window: .always, limit: 10)
        try parts.run(files.map { PreviewInput(savefile: $0) })
        #expect(parts.count == 0)
        #expect(parts.gaps.map(\.isPartial) == [true])
    }

    @Test("A stop ends the run with an account of what was read; what cannot be read is told")
    func stop() throws {
        let folder = try TestFolder([
            "a.pcap": Self.savefile(["alpha-one"]), "b.pcap": Self.savefile(["alpha-one"]),
        ])
        let rules = try PreviewRules(
            new: [.files(name: "new", ["r.yar": Array(Self.rule("A", "alpha-one").utf8)])], old: nil,
            configuration: ScanConfiguration())
        var preview = RulePreview(rules, configuration: SensorConfiguration(), window: .always, limit: 10)
        let files = ["a.pcap", "none.pcap", "b.pcap"].map { PreviewInput(savefile: folder.path + "/" + $0) }
        try preview.run(files) { index, _ in index < 2 }
        #expect(preview.wasStopped)
        #expect(preview.count == 1)
        #expect(preview.complete == 1)
        #expect(preview.gaps.map(\.isPartial) == [false])
    }

    @Test("Files of a recording are chosen by the times in their names")
    func names() throws {
        let stamps = ["20261120T000000", "20261123T000000", "20261124T120000", "20261126T000000"]
        let names = stamps.enumerated().map { "haidang-\($0.element)Z-00000000\($0.offset + 1).pcapng" }
        let folder = try TestFolder(Dictionary(uniqueKeysWithValues: names.map { ($0, [UInt8(1)]) }))
        let recording = try RecordedFile.files(in: folder.path)
        #expect(recording.count == 4)
        // 2026-11-25T00:00:00Z.
        let end = Timestamp(seconds: 1_795_564_800, nanoseconds: 0)
        let chosen = PreviewWindow(nights: 1, before: end).files(of: recording)
        #expect(chosen == [names[1], names[2]].map { folder.path + "/" + $0 })
        #expect(PreviewWindow.always.files(of: recording).count == 4)
    }
}
