import Foundation
import Incidents
import NetTypes
import TestSupport
import Testing

@testable import Drills

/// Actions held against events.
@Suite struct ActionMatcherTests {
    /// A logbook of these actions, and what events say of them.
    private func match(
        _ actions: [LogbookAction], _ lines: [String], within: Duration = .seconds(600)
    ) throws -> LogbookMatch {
        let book = try LogbookSamples.Book()
        for action in actions { try book.add(action) }
        var matcher = ActionMatcher(try book.chain, within: within)
        for line in lines { matcher.take(line) }
        return matcher.result
    }

    private static func time(_ minute: Double) -> String {
        LogbookSamples.noon.advanced(by: Int64(minute * 60e9)).rfc3339
    }

    private static func alert(
        _ minute: Double, from: String = "203.0.113.80", _ sourcePort: Int = 40000,
        to: String = "198.51.100.10",
        _ port: Int = 80, rule: String = "Shell", type: String = "alert", attack: String = "T1505.003",
        flow: Int = 7
    ) -> String {
        """
        {"timestamp":"\(time(minute))","event_type":"\(type)","flow_id":\(flow),"src_ip":"\(from)",\
        "src_port":\(sourcePort),"dest_ip":"\(to)","dest_port":\(port),"proto":"TCP","alert":{"signature":"s",\
        "category":"intrusion"},"yara":{"rule":"\(rule)","namespace":"web/shell","meta":{"attack":"\(attack)",\
        "category":"intrusion"}}}
        """
    }

    /// A flow of the attacker; `flags` are those of the server, nil for no packet of it.
    private static func flow(
        _ minute: Double, to: String = "198.51.100.10", _ port: Int = 80, flags: String?,
        proto: String = "TCP",
        from: String = "203.0.113.80", lasts: Double = 0.1, state: String = "established"
    ) -> String {
        let packets = flags == nil ? 0 : 3
        return """
            {"timestamp":"\(time(minute + lasts))","event_type":"flow","src_ip":"\(from)","src_port":40000,\
            "dest_ip":"\(to)","dest_port":\(port),"proto":"\(proto)","flow":{"pkts_toserver":3,\
            "pkts_toclient":\(packets),"bytes_toclient":\(packets * 100),"start":"\(time(minute))",\
            "end":"\(time(minute + lasts))"},"tcp":{"tcp_flags_tc":"\(flags ?? "00")","state":"\(state)"}}
            """
    }

    private func verdict(_ flows: [String], _ actions: [LogbookAction]? = nil) throws -> EffectVerdict? {
        try match(actions ?? [LogbookSamples.action(port: nil)], flows).actions.first?.verdict
    }

    @Test("An alert between the hosts in the time belongs to the action, either way round")
    func alerts() throws {
        let action = LogbookSamples.action(port: 80)
        let match = try match(
            [action],
            [
                Self.alert(2.5),
                Self.alert(1, from: "198.51.100.10", 80, to: "203.0.113.80", 40000, rule: "Answer"),
                Self.alert(-0.1, rule: "early"), Self.alert(10.1, rule: "late"), Self.alert(10, rule: "last"),
                Self.alert(1, to: "198.51.100.10", 8080, rule: "port"),
                Self.alert(1, to: "198.51.100.11", rule: "host"),
            ])
        let found = try #require(match.actions.first)
        #expect(found.isDetected && found.alerts == 3)
        #expect(found.timeToDetect == 60_000_000_000)
        #expect(found.rules == ["web/shell/Shell", "web/shell/Answer", "web/shell/last"])
        #expect(found.categories == ["intrusion"])
        #expect(match.unexplained.count == 4)
        #expect(
            match.unexplained.groups.map(\.rule)
                == ["early", "late", "port", "host"].map { "web/shell/\($0)" })
        #expect(match.account.alerts == 7)
        #expect(found.verdict == .unclear)
    }

    @Test("An alert may belong to two actions, and is explained once")
    func overlapping() throws {
        let match = try match(
            [LogbookSamples.action("a"), LogbookSamples.action("b", minute: 1)], [Self.alert(2)])
        #expect(match.actions.map(\.alerts) == [1, 1])
        #expect(match.actions.map(\.timeToDetect) == [120_000_000_000, 60_000_000_000])
        #expect(match.unexplained.count == 0 && match.account.alerts == 1)
    }

    @Test("What a suppression kept back is said, and is no detection")
    func suppressed() throws {
        let match = try match([LogbookSamples.action()], [Self.alert(1, type: "suppressed")])
        #expect(match.actions.first?.isDetected == false)
        #expect(match.actions.first?.suppressed == 1)
        #expect(match.unexplained.count == 0)
    }

    @Test(
        "Techniques agree with their parents and children",
        arguments: [
            ("T1505.003", "T1505.003", TechniqueAgreement.agrees), ("T1505", "T1505.003", .agrees),
            ("T1505.003", "T1505", .agrees), ("T1505.003", "T1190", .differs), ("T1190", "", .unknown),
        ])
    func techniques(done: String, found: String, agreement: TechniqueAgreement) throws {
        var action = LogbookSamples.action()
        action.technique = AttackTechnique(done)
        let match = try match([action], [Self.alert(1, attack: found)])
        #expect(match.actions.first?.agreement == agreement)
    }

    @Test("No traffic that was seen is not blocked traffic")
    func noTraffic() throws {
        #expect(try verdict([]) == .noTraffic)
        #expect(try verdict([Self.flow(-5, flags: "12")]) == .noTraffic)
        #expect(try verdict([Self.flow(1, to: "198.51.100.11", flags: nil)]) == .noTraffic)
        // What began only after the time of the action says nothing of it.
        #expect(try verdict([Self.flow(30, flags: nil)]) == .noTraffic)
    }

    @Test("TCP that nobody answers, or that is refused, is blocked")
    func blocked() throws {
        #expect(try verdict([Self.flow(1, flags: nil, state: "syn_sent")]) == .blocked)
        #expect(try verdict([Self.flow(1, flags: "14", state: "closed")]) == .blocked)
        let proof = try match(
            [LogbookSamples.action()],
            [Self.flow(1, flags: nil, state: "syn_sent"), Self.flow(2, flags: "14", state: "closed")]
        ).actions.first?.proof
        #expect(
            [proof?.silent, proof?.refused, proof?.during.flows, proof?.during.answered] == [1, 1, 2, 0])
    }

    @Test("Datagrams without an answer prove nothing")
    func datagrams() throws {
        #expect(try verdict([Self.flow(1, flags: nil, proto: "UDP")]) == .unclear)
        #expect(try verdict([Self.flow(1, flags: "00", proto: "UDP")]) == .notBlocked)
    }

    @Test("A reset after data is an answer")
    func answered() throws {
        #expect(try verdict([Self.flow(1, flags: "1e", state: "closed")]) == .notBlocked)
        #expect(try verdict([Self.flow(1, flags: "12")]) == .notBlocked)
        #expect(try verdict([Self.flow(1, flags: nil), Self.flow(2, flags: "1b")]) == .notBlocked)
        // It came through later, so that it is not blocked for good.
        #expect(try verdict([Self.flow(1, flags: nil), Self.flow(60, flags: "1b")]) == .notBlocked)
    }

    @Test("Blocked from a moment on is a port that had answered, and nothing answered after it")
    func blockedFrom() throws {
        let from = LogbookSamples.noon.advanced(by: 20 * 60_000_000_000)
        let seen = [
            Self.flow(1, flags: "1b"), Self.flow(20, flags: nil), Self.flow(25, flags: "14", state: "closed"),
        ]
        #expect(try verdict(seen) == .blockedFrom(from))
        #expect(try verdict(seen.reversed()) == .blockedFrom(from))
        #expect(try verdict(seen + [Self.flow(26, flags: "1b")]) == .notBlocked)
        #expect(try verdict(seen + [Self.flow(26, 443, flags: "1b")]) == .notBlocked)
        // A port that never answered says nothing of the one that did.
        #expect(try verdict([Self.flow(1, flags: "1b"), Self.flow(20, 22, flags: nil)]) == .notBlocked)
        // An attempt while an answered flow still lives proves nothing either.
        #expect(
            try verdict([Self.flow(1, flags: "1b", lasts: 30), Self.flow(20, flags: nil)]) == .notBlocked)
    }

    @Test("A claim is contradicted only when nothing came through")
    func claims() throws {
        var action = LogbookSamples.action()
        action.result = .succeeded
        #expect(try match([action], [Self.flow(1, flags: nil)]).actions.first?.contradictsClaim == true)
        #expect(try match([action], [Self.flow(1, flags: "1b")]).actions.first?.contradictsClaim == false)
        #expect(try match([action], []).actions.first?.contradictsClaim == false)
    }

    private static func incident(
        _ id: String, state: String = "new", attacker: String = "203.0.113.80", first: Double = 1,
        last: Double = 2,
        flow: Int = 0
    ) -> String {
        """
        {"timestamp":"\(time(last))","event_type":"incident","incident":{"id":"\(id)","state":"\(state)",\
        "first":"\(time(first))","last":"\(time(last))","attacker":"\(attacker)","victim":"198.51.100.10",\
        "flows":[{"flow_id":\(flow)}]}}
        """
    }

    @Test("An incident covers an action by a flow of its alerts, or by its hosts and time")
    func incidents() throws {
        let match = try match(
            [LogbookSamples.action()],
            [
                Self.incident("HD-1"), Self.alert(1), Self.incident("HD-1", state: "acknowledged"),
                Self.incident("HD-2", attacker: "192.0.2.9", flow: 7),
                Self.incident("HD-3", attacker: "192.0.2.9"), Self.incident("HD-4", first: 60, last: 70),
            ])
        let incidents = try #require(match.actions.first).incidents
        #expect(incidents.map(\.id) == ["HD-1", "HD-2"])
        #expect(incidents.map(\.state) == ["acknowledged", "new"])
        // Without an alert there is nothing that an incident could be about.
        #expect(
            try self.match([LogbookSamples.action()], [Self.incident("HD-1")]).actions.first?.incidents == [])
    }

    @Test("Entries that were replaced are not matched")
    func corrected() throws {
        let book = try LogbookSamples.Book()
        try book.add(LogbookSamples.action(from: ["192.0.2.1"]))
        try book.add(LogbookSamples.action(), corrects: 1)
        var matcher = ActionMatcher(try book.chain, within: .seconds(600))
        matcher.take(Self.alert(1))
        #expect(matcher.result.actions.map(\.entry.number) == [2])
        #expect(matcher.result.actions.first?.isDetected == true)
    }

    @Test("Another sensor's EVE is read as well")
    func otherSensor() throws {
        let line = """
            {"timestamp":"\(Self.time(1))","event_type":"alert","src_ip":"203.0.113.80","src_port":1,\
            "dest_ip":"198.51.100.10","dest_port":80,"alert":{"signature":"ET X","category":"Web",\
            "metadata":{"mitre_technique_id":["T1190"]}}}
            """
        let found = try #require(try match([LogbookSamples.action()], [line]).actions.first)
        #expect(found.rules == ["ET X"])
        #expect(found.categories == ["Web"])
        #expect(found.techniques.map(\.identifier) == ["T1190"])
    }

    @Test("Lines that are no events are counted, whatever they are, and lists stay bounded")
    func hostile() throws {
        var lines = ["x", "{", "[]", "{}", #"{"event_type":"alert"}"#, #"{"event_type":"flow"}"#]
        lines += [#"{"event_type":"incident","incident":{}}"#, #"{"event_type":"alert","src_ip":5}"#]
        for number in 0..<1100 {
            lines.append(Self.alert(1, rule: "r\(number)"))
            lines.append(Self.alert(1, from: "192.0.2.1", rule: "u\(number)"))
        }
        let match = try match([LogbookSamples.action()], lines)
        #expect(match.account.bad == 3)
        #expect(match.account.lines == match.account.events + match.account.bad + match.account.tooLong)
        let found = try #require(match.actions.first)
        #expect(found.rules.count == ActionMatch.mostNames && found.moreRules && found.alerts == 1100)
        #expect(match.unexplained.groups.count == UnexplainedAlerts.most)
        let grouped = match.unexplained.groups.reduce(0) { $0 + $1.count }
        #expect(match.unexplained.count == 1102 && grouped + match.unexplained.ungrouped == 1102)
    }

    @Test("Lines of any length are read in bounded memory")
    func longLines() throws {
        let long = String(repeating: "y", count: EventLines.longest + 300_000)
        let text = Self.alert(1) + "\n\n" + long + "\n" + Self.alert(2) + "\r\n" + Self.alert(3)
        let folder = try TestFolder(["eve.json": Array(text.utf8)])
        let book = try LogbookSamples.Book()
        try book.add()
        var matcher = ActionMatcher(try book.chain, within: .seconds(600))
        try matcher.read(folder.path + "/eve.json")
        #expect(matcher.result.account.tooLong == 1)
        #expect(matcher.result.account.alerts == 3)
        #expect(matcher.result.account.lines == 4)
        #expect(throws: LogbookError.self) { try matcher.read(folder.path + "/none") }
        #expect(throws: LogbookError.self) { try matcher.read(folder.path) }
    }

    @Test("More attempts than are kept make a verdict more careful, never less")
    func manyAttempts() throws {
        var flows = [Self.flow(1, flags: "1b")]
        for number in 0..<5000 { flows.append(Self.flow(20 + Double(number) / 1000, flags: nil)) }
        #expect(try verdict(flows) == .blockedFrom(LogbookSamples.noon.advanced(by: 20 * 60_000_000_000)))
        flows.append(Self.flow(24.0005, flags: "1b", lasts: 0.0001))
        guard case .blockedFrom(let time) = try verdict(flows) else {
            Issue.record("the last attempt was lost")
            return
        }
        #expect(time > LogbookSamples.noon.advanced(by: 24 * 60_000_000_000))
    }
}
