import Incidents
import NetTypes

/// A detection as the event log tells it: what a drill is judged by, so that anybody can judge it again.
public struct LoggedDetection: Equatable, Sendable {
    /// Namespace, slash, name of the rule; for an indicator of a list `ioc/` and its kind.
    public var rule: String
    /// One line that says what it is.
    public var summary: String
    /// The same in Vietnamese; empty where the rule does not say it.
    public var vietnameseSummary = ""
    /// The rule's category; nil where it has none.
    public var category: RuleCategory?
    /// ATT&CK techniques of the rule.
    public var techniques: [AttackTechnique]
    /// 1 (act now) to 4 (note).
    public var severity: Int
    /// Capture time, or the clock of a live sensor.
    public var time: Timestamp
    /// The flow's client.
    public var client: Endpoint
    /// The flow's server.
    public var server: Endpoint
    /// Which way the matching bytes went.
    public var direction: Direction
    /// The flow's identifier in events.
    public var flowID: UInt64
    /// Community ID of the flow; empty without one.
    public var communityID: String
    /// What it was found in; nil for an indicator.
    public var object: ScannedObject.Kind?
    /// The name that the traffic gives that; empty without one.
    public var objectName: String
    /// The frames that carried the match.
    public var packets: ClosedRange<UInt64>
    /// What matched, as far as the log has it.
    public var matches: [Match]
    /// The entry of the list of suppressions that keeps it from being an alert; nil for an alert.
    public var suppression: String?

    /// One string of the rule that matched.
    public struct Match: Equatable, Sendable {
        /// The string's identifier.
        public var identifier: String
        /// Offset in what was scanned.
        public var offset: Int64
        /// Length of the whole match, in bytes.
        public var length: Int64
        /// Its first bytes in hexadecimal; empty where they are withheld.
        public var hexadecimal: String
        /// The bytes before it, likewise.
        public var before: String
        /// The bytes behind it, likewise.
        public var after: String
    }

    /// Strings that are kept of one detection.
    static let mostMatches = 16

    /// A detection from its line of the event log; nil for any other event, and where the line has not what it takes.
    public init?(_ event: LoggedEvent) {
        guard event.type == "alert" || event.type == "suppressed", let time = event.timestamp,
            let client = event.endpoint("flow.src"), let server = event.endpoint("flow.dest"),
            let flow = event.number("flow_id")
        else { return nil }
        self.time = time
        self.client = client
        self.server = server
        flowID = UInt64(max(0, flow))
        rule = Self.rule(event)
        summary = event.text("alert.signature") ?? ""
        vietnameseSummary = event.text("yara.meta.description_vi") ?? ""
        category = event.text("alert.category").flatMap { RuleCategory(word: $0) }
        techniques = event.texts("alert.metadata.attack").compactMap { AttackTechnique($0) }
        severity = Int(clamping: event.number("alert.severity") ?? 4)
        direction = event.text("direction") == "to_client" ? .toClient : .toServer
        communityID = event.text("community_id") ?? ""
        object = event.text("yara.object.kind").flatMap { ScannedObject.Kind(rawValue: $0) }
        objectName = event.text("yara.object.name") ?? ""
        let first = UInt64(max(0, event.number("yara.packet.first") ?? event.number("pcap_cnt") ?? 0))
        packets = first...max(first, UInt64(max(0, event.number("yara.packet.last") ?? 0)))
        matches = event.objects("yara.strings").prefix(Self.mostMatches).map { string in
            Match(
                identifier: string.text("id") ?? "", offset: string.number("offset") ?? 0,
                length: string.number("length") ?? 0, hexadecimal: string.text("hex") ?? "",
                before: string.text("before") ?? "", after: string.text("after") ?? "")
        }
        suppression = event.type == "suppressed" ? event.text("suppression.id") ?? "" : nil
    }

    /// One line that says what it is, in a language, or in the other where the rule does not say it.
    func summary(_ language: ReportLanguage) -> String {
        language == .vietnamese && !vietnameseSummary.isEmpty ? vietnameseSummary : summary
    }

    private static func rule(_ event: LoggedEvent) -> String {
        guard let name = event.text("yara.rule") else { return "ioc/" + (event.text("ioc.type") ?? "") }
        return (event.text("yara.namespace") ?? "") + "/" + name
    }
}
