import Foundation
import Incidents
import NetTypes
import Scan
import Sensor
import TestSupport
import Testing

@testable import haidang

@Suite("One large file is read by all jobs together")
struct WideReaderTests {
    private func unit(_ path: String, size: UInt64, files: Int = 1) -> ScanUnit {
        let file = ScanUnit.File(path: path, size: size)
        return ScanUnit(files: Array(repeating: file, count: files), leadIn: nil, work: .scan, counter: nil)
    }

    @Test("It has to be large, alone in its unit, and more than half of all")
    func choice() {
        let large = WideReader.leastSize
        let small = unit("a", size: large / 4)
        #expect(WideReader.choice([small, unit("b", size: large), small]) == 1)
        #expect(WideReader.choice([small, unit("b", size: large - 1)]) == nil)
        #expect(WideReader.choice([unit("a", size: large), unit("b", size: large)]) == nil)
        #expect(WideReader.choice([unit("a", size: large, files: 2)]) == nil)
        #expect(WideReader.choice([]) == nil)
    }

    @Test(
        "A file that is no savefile has failed, and is known by its bytes all the same, unless the run is over"
    )
    func unreadable() throws {
        let scene = try Scene()
        try scene.write("in.pcap", "no savefile at all")
        var unit = unit(scene.path("in.pcap"), size: 1)
        unit.files[0].entry = LedgerFile(at: LedgerPath(scene.path("in.pcap")))
        let sink = ScanSink(host: "h", log: nil, lines: nil, desk: nil, policy: AlertPolicy())
        for until in [nil, Timestamp(nanoseconds: 1)] {
            let reader = UnitReader(
                engine: ScanEngine(sensor: SensorConfiguration(), rules: nil, indicators: nil), hunts: [:],
                pace: ScanPace(jobs: 2, until: until), rate: ReadingRate(), progress: ScanProgress([unit]))
            let wide = try #require(WideReader(reader).read(unit, into: sink, tick: {}))
            let one = try reader.read(unit, into: sink)
            for result in [wide, one] {
                #expect(result.files.count == 1 && result.files[0].hasFailed)
                #expect(result.wasInterrupted == (until != nil))
                let digest = Digest.of(Array("no savefile at all".utf8).span)
                #expect(result.files[0].content == (until == nil ? digest : nil))
            }
        }
    }

    @Test(
        "It is read to its end after the other files, whose readers are called off by then, and is known by its bytes"
    )
    func afterOthers() throws {
        let scene = try Scene()
        try scene.write("rules/beacon.yar", Scene.rule)
        for (port, name) in zip(20_001..., ["alpha", "bravo"]) {
            try scene.write("in/\(name).pcap", SavefileBytes.pcap(Scene.beacon(UInt16(port)).frames))
        }
        try scene.write("in/large.pcap", Scene.beacon(20_000).frames, andLarge: 300)
        let options = ["scan", "in", "--jobs", "2"] + Scene.night
        let outcome = try scene.finish(scene.process(options))
        #expect(outcome.code == 1, "\(outcome.output)")
        #expect(outcome.output.contains(#""files":{"complete":3,"partial":0,"failed":0}"#))
        #expect(try scene.alerts().count == 3)
        let bytes = [UInt8](try Data(contentsOf: scene.folder.appendingPathComponent("in/large.pcap")))
        let entries = try scene.ledgerEntries("l.db")
        let entry = try #require(entries.first { "\($0.path)" == "in/large.pcap" })
        #expect(entry.verdict == .done && entry.content == Digest.of(bytes.span))
        #expect(try scene.finish(scene.process(options)).output.contains(#""known":3"#))
    }

    @Test("What it finds is what one inspector finds, and so is what it counts")
    func same() throws {
        let scene = try Scene()
        try scene.write("rules/beacon.yar", Scene.rule)
        var frames: [Frame] = []
        for number in 0..<30 {
            let talk = Scene.beacon(UInt16(20_000 + number), client: "198.51.100.\(number + 1)")
            frames += talk.frames
        }
        try scene.write("in.pcap", SavefileBytes.pcap(frames.inArrivalOrder()))
        var unit = unit(scene.path("in.pcap"), size: 1)
        unit.files[0].entry = LedgerFile(at: LedgerPath(scene.path("in.pcap")))
        let rules = try RuleSet.load(paths: [scene.path("rules")]).0
        let reader = UnitReader(
            engine: ScanEngine(sensor: SensorConfiguration(), rules: rules, indicators: nil), hunts: [:],
            pace: ScanPace(jobs: 3), rate: ReadingRate(), progress: ScanProgress([unit]))
        var (lines, results): ([[String]], [UnitResult]) = ([], [])
        for name in ["one.json", "wide.json"] {
            let encoder = EventEncoder(host: "h", origin: .savefile(path: ""))
            let log = try EventLog(path: scene.path(name), encoder: encoder)
            let sink = ScanSink(host: "h", log: log, lines: nil, desk: nil, policy: AlertPolicy())
            sink.begin(unit)
            if name == "wide.json" {
                results.append(try #require(WideReader(reader).read(unit, into: sink, tick: {})))
            } else {
                results.append(try reader.read(unit, into: sink))
            }
            try log.close()
            lines.append(try scene.events(name).filter { !$0.contains(#""event_type":"stats""#) }.sorted())
        }
        #expect(lines[0] == lines[1] && lines[0].count { $0.contains("Beacon") } == 30)
        let (one, wide) = (results[0].files[0], results[1].files[0])
        #expect(one.verdict == .done && wide.verdict == .done)
        #expect(wide.counts.detections == 30 && wide.counts == one.counts)
        let bytes = SavefileBytes.pcap(frames.inArrivalOrder())
        #expect(one.content == Digest.of(bytes.span) && wide.content == one.content)
        #expect(wide.firstFrame == one.firstFrame && wide.lastFrame == one.lastFrame)
    }
}
