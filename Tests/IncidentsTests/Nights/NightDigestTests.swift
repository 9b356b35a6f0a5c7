import Foundation
import NetTypes
import Testing

@testable import Incidents

@Suite("The digest of a night")
struct NightDigestTests {
    @Test("It says of a run what the ledger says, with files that failed in front of those in part")
    func whole() throws {
        let scene = try NightScene()
        let cut = scene.entry("cut", .partial(.damaged, reason: "after frame 3"), bytes: 50, detections: 2)
        let gone = scene.entry("gone", .failed(reason: "no such file"))
        let run = try scene.night(
            [cut, scene.entry("whole", bytes: 1000, detections: 3), gone],
            [
                .init(.talker, "192.0.2.1", 9), .init(.talker, "192.0.2.2", 90), .init(.ruleHits, "a/A", 4),
                .init(.ruleHits, "a/B", 1), .init(.ruleCost, "a/B", 70), .init(.missing, "n1.pcap", 2),
                .init(.missing, "n7.pcap", 3), .init(.incident, "so-y-te|2", 1),
            ], code: 3, known: 12, left: 4)
        let digest = try NightDigest(ledger: scene.ledger)
        #expect(digest.run == (try scene.ledger.run(run)) && digest.isFinished && digest.openRun == nil)
        #expect(digest.scanned.done == 1 && digest.scanned.partial == 1 && digest.scanned.failed == 1)
        #expect(digest.scanned.known == 12 && digest.scanned.left == 4)
        #expect(digest.scanned.counts.bytes == 1050 && digest.scanned.counts.detections == 5)
        #expect(digest.faults.shown.map { "\($0.path)" } == ["gone", "cut"] && digest.faults.more == 0)
        #expect(digest.talkers.shown.map(\.name) == ["192.0.2.2", "192.0.2.1"])
        #expect(digest.ruleHits.shown.map(\.name) == ["a/A", "a/B"] && digest.ruleHits.sum == 5)
        #expect(digest.ruleCosts.shown == [.init(.ruleCost, "a/B", 70)])
        #expect(digest.holes.sum == 5 && digest.holes.shown.first?.name == "n7.pcap")
        #expect(digest.incidents.sum == 1 && digest.severities == [0, 1, 0, 0] && digest.severity == 2)
        #expect(digest.captured?.upperBound == LedgerSamples.time)
        #expect(digest.summary.files == 3 && digest.summary.faults == 2)
    }

    @Test("It is compared with the last seven nights, of which none is a run that scanned nothing")
    func nights() throws {
        let scene = try NightScene()
        for number in 1...9 { try scene.night(bytes: UInt64(number) * 100, detections: 2) }
        try scene.night(known: 9)
        try scene.night([scene.entry("old", kind: .hunt, bytes: 5000, detections: 70)])
        let run = try scene.night(bytes: 1500, detections: 2)
        let digest = try NightDigest(ledger: scene.ledger, run: run)
        #expect(digest.nights.map(\.run) == [9, 8, 7, 6, 5, 4, 3])
        #expect(digest.nights.map(\.bytes) == [900, 800, 700, 600, 500, 400, 300])
        let bytes = try #require(digest.changes.first { $0.measure == .bytes })
        #expect(bytes.usual == 600 && bytes.kind == .more && bytes.tenths == 25)
        #expect(digest.changes.first { $0.measure == .detections }?.kind == .asUsual)
    }

    @Test("A rule is new when no run since the first of these nights had a hit of it, hunts among them")
    func newRules() throws {
        let scene = try NightScene()
        try scene.night(bytes: 1, detections: 1, rule: "a/Ancient")
        for _ in 1...7 { try scene.night(bytes: 1, detections: 1, rule: "a/Old") }
        try scene.night([scene.entry("x", kind: .hunt)], [.init(.ruleHits, "a/Hunted", 1)])
        let hits: [LedgerTally] = ["Old", "Hunted", "Ancient", "New"].enumerated().map {
            .init(.ruleHits, "a/\($1)", UInt64($0) + 1)
        }
        try scene.night([scene.entry("y")], hits)
        let digest = try NightDigest(ledger: scene.ledger)
        #expect(digest.newRules.shown.map(\.name) == ["a/New", "a/Ancient"] && digest.newRules.sum == 7)
        // In the first night all there is would be new, which says nothing.
        #expect(try NightDigest(ledger: scene.ledger, run: 1).newRules.isEmpty)
    }

    @Test("What was hunted is told apart, and compared with nothing")
    func hunts() throws {
        let scene = try NightScene()
        try scene.night(bytes: 100, detections: 1)
        try scene.night([
            scene.entry("new", bytes: 100, detections: 1),
            scene.entry("old1", kind: .hunt, bytes: 4000, detections: 30),
            scene.entry("old2", .partial(.limited, reason: "x"), kind: .hunt, bytes: 4000),
        ])
        let digest = try NightDigest(ledger: scene.ledger)
        #expect(digest.scanned.done == 1 && digest.scanned.partial == 0)
        #expect(digest.scanned.counts.bytes == 100 && digest.scanned.counts.detections == 1)
        #expect(digest.hunted.done == 1 && digest.hunted.partial == 1)
        #expect(digest.hunted.counts.detections == 30)
        #expect(digest.faults.shown.map(\.kind) == [.hunt])
        #expect(digest.changes.allSatisfy { $0.kind == .asUsual })
    }

    @Test("Whatever there is of a thing, a bounded part is named and the rest is counted")
    func bounds() throws {
        let scene = try NightScene()
        let long = String(repeating: "<\u{1b}\n\"ế", count: 400)
        let entries = (0..<80).map { number in
            scene.entry(
                "\(number)" + long, number % 2 == 0 ? .failed(reason: long) : .partial(.damaged, reason: long)
            )
        }
        var tallies: [LedgerTally] = []
        for kind in LedgerTally.Kind.allCases {
            for number in 0..<1200 {
                let name = kind == .incident ? "\(number)\(long)|\(number % 4 + 1)" : "\(number)\(long)"
                tallies.append(.init(kind, name, UInt64(number) + 1))
            }
        }
        try scene.night(bytes: 1, detections: 1)
        try scene.night(entries, tallies, code: 3)
        let digest = try NightDigest(ledger: scene.ledger)
        #expect(digest.faults.shown.count == NightLimits.faults && digest.faults.more == 30)
        #expect(digest.faults.shown.prefix(40).allSatisfy { $0.verdict.word == "failed" })
        #expect(digest.faults.shown.dropFirst(40).allSatisfy { $0.verdict.word == "partial" })
        #expect(digest.talkers.shown.count == NightLimits.talkers)
        #expect(digest.talkers.more == UInt64(ScanLedger.mostTallies - NightLimits.talkers))
        #expect(digest.ruleHits.shown.count == NightLimits.rules && digest.ruleHits.shown[0].value == 1200)
        #expect(digest.newRules.shown.count == NightLimits.rules)
        #expect(digest.newRules.count == UInt64(ScanLedger.mostTallies))
        #expect(digest.incidents.shown.count == NightLimits.units)
        #expect(digest.holes.shown.count == NightLimits.holes)
        #expect(digest.line.utf8.count < 1 << 20)
    }

    @Test("A run that was cut off is said to be unfinished, and a later one makes an earlier doubtful")
    func unfinished() throws {
        let scene = try NightScene()
        try scene.night(bytes: 1, detections: 1)
        let open = try scene.night([scene.entry("half", bytes: 7)], code: nil)
        let last = try NightDigest(ledger: scene.ledger)
        #expect(last.run.number == open && !last.isFinished && last.severity == 3)
        #expect(last.line.contains(#""finished":false,"started""#) && !last.line.contains("ended"))
        let finished = try #require(try scene.ledger.lastFinishedRun)
        let digest = try NightDigest(ledger: scene.ledger, run: finished.number)
        #expect(digest.isFinished && digest.openRun == open && digest.severity == 3)
        #expect(digest.line.contains(#""open_run":2"#))
    }

    @Test("Incidents stand by unit, the gravest first, and a name that no scan writes is damage")
    func incidents() throws {
        let scene = try NightScene()
        try scene.night(
            [],
            [
                .init(.incident, "b|3", 5), .init(.incident, "a|3", 5), .init(.incident, "|1", 1),
                .init(.incident, "a|b|2", 2), .init(.incident, "a|4", 1),
            ])
        let digest = try NightDigest(ledger: scene.ledger)
        #expect(digest.incidents.shown.map(\.unit) == ["", "a|b", "a", "b"])
        #expect(digest.incidents.shown[2].severities == [0, 0, 5, 1])
        #expect(digest.severities == [1, 2, 10, 1] && digest.incidents.sum == 14 && digest.severity == 1)
        for name in ["a", "a|5", "a|", "a|x\n"] {
            let run = try scene.night([], [.init(.incident, name, 1)])
            #expect(throws: LedgerError.self) { try NightDigest(ledger: scene.ledger, run: run) }
        }
    }

    @Test("Addresses and units of networks that keep no payload are left out where they are to be hidden")
    func secrets() throws {
        let scene = try NightScene()
        try scene.night(
            [],
            [
                .init(.talker, "192.0.2.1", 5), .init(.talker, "198.51.100.1", 50),
                .init(.incident, "kin|1", 2), .init(.incident, "mo|2", 1),
            ])
        func unit(_ id: String, _ text: String, _ payload: PayloadPolicy) throws -> NetworkUnit {
            NetworkUnit(
                id: id, name: id, kind: .other, level: 3, importance: 3, payload: payload,
                networks: [try #require(IPNetwork(text))])
        }
        let directory = NetworkDirectory([
            try unit("kin", "198.51.100.0/24", .none), try unit("mo", "192.0.2.0/24", .keep),
        ])
        let hidden = try NightDigest(ledger: scene.ledger, hiding: directory)
        #expect(hidden.talkers.shown.map(\.name) == ["192.0.2.1"] && hidden.talkers.sum == 5)
        #expect(hidden.incidents.shown.map(\.unit) == ["mo"] && hidden.severities == [0, 1, 0, 0])
        #expect(!hidden.line.contains("kin") && !hidden.line.contains("198.51.100"))
        #expect(try NightDigest(ledger: scene.ledger).talkers.count == 2)
    }

    @Test("There is none of a run that is not there")
    func missing() throws {
        let scene = try NightScene()
        #expect(throws: LedgerError.noRuns) { try NightDigest(ledger: scene.ledger) }
        #expect(throws: LedgerError.noSuchRun(7)) { try NightDigest(ledger: scene.ledger, run: 7) }
        #expect(try scene.ledger.lastFinishedRun == nil)
    }

    @Test("Its line is one line of JSON, the same each time, whatever names there are")
    func line() throws {
        let scene = try NightScene()
        let name = "a\n\u{1b}[31m<script>\"\\\u{2028}\u{202e}"
        try scene.night(
            [scene.entry(name, .failed(reason: name))],
            [.init(.ruleHits, name, 1), .init(.talker, name, 1), .init(.incident, name + "|1", 1)])
        let line = try NightDigest(ledger: scene.ledger).line
        #expect(line == (try NightDigest(ledger: scene.ledger).line))
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7f...0x9f).contains($0.value) })
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let digest = try #require(object?["digest"] as? [String: Any])
        let faults = try #require(digest["faults"] as? [[String: Any]])
        #expect(faults.first?["path"] as? String == name && faults.first?["reason"] as? String == name)
        #expect((digest["rules"] as? [[String: Any]])?.first?["rule"] as? String == name)
    }
}
