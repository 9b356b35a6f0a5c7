import Foundation
import NetTypes
import TestSupport
import Testing

@testable import Incidents

/// Names come from traffic and from rules: whatever they are, every export is valid and small.
@Suite struct HostileExportTests {
    private static let words = [
        "", "\u{1b}[31m\u{7}", "<script>alert(1)</script>]]>", "a\u{0}b", "\"\\\n\r\t\u{2028}\u{85}\u{7f}",
        String(decoding: [0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80] as [UInt8], as: UTF8.self),
        "'] OR [ipv4-addr:value = '203.0.113.1", "Sở Y tế 😀\u{301}\u{202e}gpj.exe", "..", "a.b",
        String(repeating: "Ầ😀\u{0}", count: 130_000), ",\"hex\":\"00\"", "T1059", "T9999.999", "{}", "null",
    ]

    private static func incident(_ random: inout SeededGenerator) -> Incident {
        func word() -> String { words.randomElement(using: &random) ?? "" }
        let rules = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            IncidentRule(
                name: word(), signatureID: .random(in: 0...UInt32.max, using: &random), identifier: word(),
                severity: .random(in: -1...9, using: &random), summary: word(), vietnameseSummary: word(),
                category: word(), techniques: [word(), word()], ruleSetSHA256: word(),
                detections: .random(in: 0...UInt64.max, using: &random))
        }
        var incident = Incident(
            id: IncidentID(day: Day(number: .random(in: 0...90_000, using: &random)), bits: random.next()),
            severity: .random(in: -1...9, using: &random),
            category: RuleCategory.allCases.randomElement(using: &random) ?? .other, rules: rules,
            stage: AttackStage.allCases.randomElement(using: &random) ?? .none, victim: address(&random),
            attacker: Bool.random(using: &random) ? address(&random) : nil, firstAt: time(&random),
            detectedAt: time(&random))
        incident.status = IncidentStatus.allCases.randomElement(using: &random) ?? .new
        incident.techniques = [word(), word()]
        incident.lastAt = time(&random)
        incident.detections = random.next()
        incident.assignee = word()
        incident.resolvedAt = time(&random)
        if Bool.random(using: &random) {
            incident.unit = IncidentUnit(
                NetworkUnit(id: word(), name: word(), kind: .other, level: .max, networks: []))
        }
        return incident
    }

    private static func address(_ random: inout SeededGenerator) -> IPAddress {
        Bool.random(using: &random)
            ? IPAddress(ipv4: .random(in: 0...UInt32.max, using: &random))
            : IPAddress(high: random.next(), low: random.next())
    }

    private static func time(_ random: inout SeededGenerator) -> Timestamp {
        Timestamp(
            nanoseconds: [.min, .max, 0, Int64.random(in: 0...2_000_000_000_000_000_000, using: &random)]
                .randomElement(using: &random) ?? 0)
    }

    private static func detection(_ random: inout SeededGenerator, _ rules: [IncidentRule])
        -> IncidentDetection
    {
        func word() -> String { words.randomElement(using: &random) ?? "" }
        var detection =
            [Samples.detection, Samples.sighting, Samples.namedServer]
            .randomElement(using: &random) ?? Samples.detection
        detection.object.name = word()
        detection.object.kind = ScannedObject.Kind.allCases.randomElement(using: &random) ?? .stream
        detection.rule.name = word()
        detection.indicator?.seen = word()
        detection.flow.transport = TransportProtocol(rawValue: .random(in: 0...255, using: &random))
        detection.flow.client = Endpoint(
            address: address(&random), port: .random(in: 0...65535, using: &random))
        detection.timestamp = time(&random)
        for place in detection.strings.indices { detection.strings[place].identifier = word() }
        var kept = Samples.kept(detection, number: .random(in: 0...Int64.max, using: &random))
        kept.rule = rules.randomElement(using: &random)?.name ?? word()
        kept.communityID = word()
        if Int.random(in: 0..<8, using: &random) == 0 { kept.event = "" }
        return kept
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `random incidents give valid JSON of bounded size`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let incident = Self.incident(&random)
        let detections = (0..<Int.random(in: 0...5, using: &random)).map { _ in
            Self.detection(&random, incident.rules)
        }
        for options in [ExportOptions(), Samples.fullOptions] {
            let exported = try ExportCase(incident, detections, options)
            #expect(exported.detections.count == detections.count)
            for format in ExportFormat.allCases {
                let text = exported.text(format)
                let lines = try JSONTree.lines(text)
                #expect(!lines.isEmpty)
                #expect(text.utf8.count < 200_000, "\(format), seed \(seed)")
                #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{85}" })
            }
        }
    }

    @Test func `nothing from traffic gets into a pattern`() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<15 {
            let incident = Self.incident(&random)
            let detections = (0..<4).map { _ in Self.detection(&random, incident.rules) }
            let bundle = try JSONTree.object(ExportCase(incident, detections).text(.stix))
            for object in JSONTree.list(bundle, "objects") where object["type"] as? String == "indicator" {
                let pattern = try #require(object["pattern"] as? String)
                let form =
                    #/\[(ipv[46]-addr:value|file:hashes\.'SHA-256'|domain-name:value) = '[0-9a-z:._-]+'\]/#
                #expect(pattern.wholeMatch(of: form) != nil, "\(pattern)")
            }
        }
    }
}
