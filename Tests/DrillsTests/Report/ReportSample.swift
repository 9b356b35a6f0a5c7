import Foundation
import Incidents
import NetTypes

@testable import Drills

/// A drill of ten minutes with all that can happen in one, judged from lines of an event log: five injects, of which one is
/// found, one late, one seen by another rule, one as something else and one missed; a silence that is broken. Every text in
/// it that comes from somewhere else is `text`.
struct ReportSample {
    /// What every foreign text is.
    var text = "plain"
    /// Seconds that the drill lasts.
    var length: Int64 = 600
    /// The pace; 0 for as fast as possible.
    var speed = 2.0
    /// Why the fifth inject was missed is told by lines of the log.
    var lines: [String] = []
    /// Detections that nothing expects.
    var strangers = 1
    /// What the drill is changed by before it is played.
    var change: (inout Drill) -> Void = { _ in }

    /// Capture time of the beginning.
    static let start = Timestamp(nanoseconds: 1_795_482_000_000_000_000)
    /// The wall's clock at the beginning.
    static let wall = Timestamp(nanoseconds: 1_795_600_000_000_000_000)
    static let rule = "a/b/Expected"

    /// The report about it.
    var report: DrillReport {
        let drill = drill
        var evidence = DrillEvidence(drill)
        for line in log { evidence.take(line: line) }
        let record = record
        let run = record.facts()
        var report = DrillReport(
            drill, record, run, team(DrillJudge(drill, evidence, run).score()), evidence,
            file: JudgedFile(name: text, sha256: text), logs: [JudgedFile(name: text, sha256: text)],
            command: text, madeAt: Self.wall)
        report.people = [Participant(name: text, actions: 3, answers: 1, incidents: 1)]
        if let id = Self.incident { report.incidents = [id: .acknowledged] }
        return report
    }

    static let incident = IncidentID("HD-20261124-0P9SJQEZ")

    private var drill: Drill {
        var drill = Drill()
        drill.title = BilingualText(english: text, vietnamese: text)
        drill.story = BilingualText(english: text, vietnamese: text)
        drill.roles = [DrillRole(name: text, title: BilingualText(english: text))]
        drill.penalty = 1
        drill.injects = (1...5).map(inject)
        var silence = Silence()
        silence.title = BilingualText(english: text)
        silence.points = 5
        drill.silences = [silence]
        change(&drill)
        return drill
    }

    /// The numbered inject, at as many minutes.
    func inject(_ number: Int) -> Inject {
        var inject = Inject(id: number)
        inject.title = BilingualText(english: text, vietnamese: text)
        inject.at = .seconds(number * 60)
        inject.within = .seconds(40)
        inject.credit.late = 50
        inject.credit.otherRule = 25
        var pattern = DetectionPattern()
        pattern.rule = Self.rule
        pattern.client = Self.client(number)
        pattern.server = Self.server
        pattern.serverPort = 80
        inject.expected = [pattern]
        return inject
    }

    static func client(_ number: Int) -> IPAddress { IPAddress(ipv4: 0xc000_0200 + UInt32(number)) }
    static let server = IPAddress(ipv4: 0xc633_640a)

    private var log: [String] {
        [
            alert(Self.rule, at: 75, 1), alert(Self.rule, at: 165, 2), alert("a/b/Kin", at: 190, 3),
            alert("c/d/Other", at: 250, 4, category: "leak"),
        ]
            + (0..<strangers).map { alert("e/f/" + text, at: 330 + Double($0) / 1000, 100 + $0) }
            + [flow(5)] + lines
    }

    /// A line about a detection.
    func alert(
        _ rule: String, at seconds: Double, _ number: Int, category: String = "intrusion",
        suppression: String? = nil
    ) -> String {
        let parts = rule.split(separator: "/")
        let string: [String: Any] = [
            "id": text, "offset": 20, "length": 4, "hex": "3c3f7068", "before": "0d0a", "after": "702f",
        ]
        var event: [String: Any] = [
            "timestamp": Self.start.advanced(by: Int64(seconds * 1e9)).description,
            "event_type": suppression == nil ? "alert" : "suppressed", "flow_id": number,
            "community_id": text,
            "direction": "to_server",
            "flow": [
                "src_ip": Self.client(number).description, "src_port": 40_000,
                "dest_ip": Self.server.description, "dest_port": 80,
            ],
            "alert": [
                "signature": text, "category": category, "severity": 2,
                "metadata": ["attack": ["T1505.003"]],
            ],
            "yara": [
                "rule": parts.last.map(String.init) ?? "",
                "namespace": parts.dropLast().joined(separator: "/"),
                "meta": ["description_vi": text],
                "object": ["kind": "http_body", "name": text], "packet": ["first": 7, "last": 9],
                "strings": [string],
            ],
        ]
        if let suppression { event["suppression"] = ["id": suppression] }
        return Self.line(event)
    }

    /// A line about a flow.
    func flow(_ number: Int, application: String? = nil, gap: Int = 0) -> String {
        Self.line([
            "timestamp": Self.start.description, "event_type": "flow", "flow_id": number,
            "community_id": text,
            "src_ip": Self.client(number).description, "src_port": 40_000,
            "dest_ip": Self.server.description, "dest_port": 80, "app_proto": application ?? text,
            "haidang": ["gap_bytes_toserver": gap, "gap_bytes_toclient": 0],
        ])
    }

    private static func line(_ event: [String: Any]) -> String {
        let data = try? JSONSerialization.data(withJSONObject: event, options: [.withoutEscapingSlashes])
        return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private var record: RunRecord {
        let traffic = StagedTraffic(
            path: text, sha256: text, frames: 100, start: Self.start, length: .seconds(length),
            regressions: 0,
            damaged: [:])
        let rules = [Self.rule: "intrusion", "a/b/Kin": "intrusion", "c/d/Other": "leak"]
        var record = RunRecord(
            program: text, drill: text, drillSHA256: text, store: text, traffic: traffic, workers: 1,
            rules: rules, ruleSetSHA256: text)
        record.clock.append(
            RunClock.Segment(played: 0, wall: Self.wall.nanoseconds, speed: speed, isPaused: false))
        record.played = traffic.length.nanoseconds
        record.state = .finished
        record.incomplete = [text]
        return record
    }

    /// The score with what a team did about the first inject: it had it after 20 seconds on the wall, and answered.
    private func team(_ score: DrillScore) -> DrillScore {
        var score = score
        guard !score.injects.isEmpty else { return score }
        var team = TeamScore()
        team.incident = Self.incident
        team.timeToAcknowledge = .seconds(20)
        team.timeToReport = .seconds(40_000)
        team.answeredBy = text
        team.answer = [AnswerPart(name: .unit, expected: text, given: text, isRight: true)]
        team.answerPoints = 300
        team.acknowledgementPoints = 400
        team.reportPoints = 0
        score.injects[0].inject.acknowledgement = TeamDeadline(within: .seconds(60), points: 4)
        score.injects[0].inject.report = TeamDeadline(within: .seconds(60), points: 6)
        var answer = ExpectedAnswer()
        answer.points = 3
        answer.unit = text
        answer.techniques = [AttackTechnique("T1041")].compactMap { $0 }
        score.injects[0].inject.answer = answer
        score.injects[0].team = team
        score.maximum += 1300
        return score
    }
}
