import Drills
import NetTypes

/// A drill of one host against another, and the lines that an event log has of it.
enum TestDrill {
    static let client = "203.0.113.80"
    static let server = "198.51.100.10"
    /// Where capture time begins.
    static let start = Timestamp(nanoseconds: 1_795_482_000_000_000_000)

    /// An expectation of a rule between the two.
    static func pattern(_ rule: String, port: UInt16 = 80) -> DetectionPattern {
        var pattern = DetectionPattern()
        pattern.rule = rule
        pattern.client = IPAddress(client)
        pattern.server = IPAddress(server)
        pattern.serverPort = port
        return pattern
    }

    /// An inject of one rule, at a second of the drill.
    static func inject(_ id: Int, _ rule: String, at second: Int = 0, within: Int? = nil) -> Inject {
        var inject = Inject(id: id)
        inject.at = .seconds(second)
        inject.within = within.map { .seconds($0) }
        inject.expected = [pattern(rule)]
        return inject
    }

    /// A drill of some injects.
    static func drill(_ injects: Inject...) -> Drill {
        var drill = Drill()
        drill.injects = injects
        return drill
    }

    /// The line of an alert at a second of the drill; the sender is the client unless the bytes went to it.
    static func alert(
        _ rule: String, at second: Double, flow: Int = 1, category: String = "intrusion",
        direction: String = "to_server", kind: String = "stream", port: Int = 80, event: String = "alert"
    ) -> String {
        let parts = rule.split(separator: "/")
        let name = parts.last.map(String.init) ?? ""
        let namespace = parts.dropLast().joined(separator: "/")
        let time = start.advanced(by: Int64(second * 1e9)).description
        return #"{"timestamp":"\#(time)","flow_id":\#(flow),"pcap_cnt":7,"event_type":"\#(event)","#
            + #""direction":"\#(direction)","community_id":"1:x","alert":{"signature":"s","#
            + #""category":"\#(category)","severity":2,"metadata":{"attack":["T1190"]}},"#
            + #""flow":{"src_ip":"\#(client)","src_port":4242,"dest_ip":"\#(server)","dest_port":\#(port)},"#
            + #""yara":{"rule":"\#(name)","namespace":"\#(namespace)","strings":[{"id":"$a","offset":3,"#
            + #""length":2,"hex":"6162"}],"object":{"kind":"\#(kind)","size":9},"packet":{"first":5,"last":6}},"#
            + #""suppression":{"id":"known"}}"#
    }

    /// The line of the flow between the two.
    static func flow(_ id: Int = 1, application: String = "http", gaps: Int = 0, port: Int = 80) -> String {
        #"{"timestamp":"\#(start.description)","flow_id":\#(id),"event_type":"flow","src_ip":"\#(client)","#
            + #""src_port":4242,"dest_ip":"\#(server)","dest_port":\#(port),"app_proto":"\#(application)","#
            + #""haidang":{"gap_bytes_toserver":\#(gaps),"gap_bytes_toclient":0}}"#
    }

    /// The line of a file of a flow that was not scanned whole.
    static func truncatedFile(flow: Int = 1) -> String {
        #"{"event_type":"fileinfo","flow_id":\#(flow),"haidang":{"complete":false}}"#
    }

    /// The score of a run that lasted a hundred seconds and had these rules.
    static func score(
        _ drill: Drill, _ lines: [String],
        rules: [String: RuleCategory?] = ["a/A": .intrusion, "a/B": .leak],
        played: Int = 100, isOver: Bool = true, team: TeamRecord? = nil
    ) -> DrillScore {
        var evidence = DrillEvidence(drill)
        for line in lines { evidence.take(line: line) }
        let facts = RunFacts(
            clock: RunClock(), start: start, played: Int64(played) * 1_000_000_000, isOver: isOver,
            rules: rules)
        return DrillJudge(drill, evidence, facts).score(team)
    }
}
