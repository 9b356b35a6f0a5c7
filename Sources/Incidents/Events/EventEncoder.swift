import NetTypes

/// Turns findings into lines of the event log: EVE-compatible JSON, one object a line (`docs/EVENTS.md`).
///
/// Pure: the same finding gives the same bytes, whatever came before. Member names, nesting and types follow
/// the public schema of Suricata's EVE log; what that schema has no place for is in objects of our own
/// (`yara`, `ioc`, `haidang`, and some in `stats`). What is not known is left out, never made up.
public struct EventEncoder: Equatable, Sendable {
    /// The sensor's name, `host` in every line.
    public var host: String
    /// Where the frames come from.
    public var origin: EventOrigin
    /// True where rules that are new run over what was scanned before: each alert says so.
    public var isHunt = false

    /// An encoder for the events of one sensor and one source of frames.
    public init(host: String, origin: EventOrigin) {
        self.host = host
        self.origin = origin
    }

    /// The line of a finding, without a newline at its end; nil for one that the event log has no type for
    /// (a stream record).
    public func line(_ finding: Finding) -> String? {
        var bytes: [UInt8] = []
        guard append(finding, to: &bytes) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the bytes of `line(_:)` to a buffer that the caller reuses; false, and nothing appended, where
    /// that is nil.
    @discardableResult
    public func append(_ finding: Finding, to bytes: inout [UInt8]) -> Bool {
        if case .stream = finding { return false }
        // The buffer is moved into the writer and back, so that it is never copied.
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        var json = JSONLine(appendingTo: taken)
        taken = []
        json.root { json in
            switch finding {
            case .detection(let detection): writeAlert(detection, to: &json)
            case .flow(let flow): writeFlow(flow, to: &json)
            case .transaction(let transaction): writeTransaction(transaction, to: &json)
            case .file(let file): writeFile(file, to: &json)
            case .anomaly(let record): writeAnomaly(record, to: &json)
            case .statistics(let record): writeStatistics(record, to: &json)
            case .stream: break
            }
        }
        bytes = json.take()
        return true
    }

    /// Writes the members that every line begins with.
    ///
    /// `frame` is the number of the frame that the event belongs to, when there is one. Without a flow
    /// nothing is said of addresses. Without a direction the client is the source, and no direction is
    /// written.
    func writeCommon(
        _ type: String, at time: Timestamp, frame: UInt64?, flow: FlowContext?, direction: Direction?,
        interface: UInt16? = nil, to json: inout JSONLine
    ) {
        json.member("timestamp", time)
        if let flow { json.member("flow_id", flow.id.rawValue) }
        var savefile: String?
        switch origin {
        case .interfaces(let names):
            if let number = flow?.interface ?? interface, Int(number) < names.count {
                json.member("in_iface", names[Int(number)])
            }
        case .savefile(let path):
            savefile = path
            if let frame { json.member("pcap_cnt", frame) }
        case .rotated(let files):
            savefile = files.last
            if let place = frame.map(files.place) {
                savefile = place.path
                json.member("pcap_cnt", place.frame)
            }
        }
        json.member("event_type", type)
        json.member("host", host)
        if let flow { writeFlowContext(flow, direction, to: &json) }
        if let savefile { json.member("pcap_filename", savefile) }
    }

    private func writeFlowContext(_ flow: FlowContext, _ direction: Direction?, to json: inout JSONLine) {
        if flow.vlans.depth > 0 {
            json.array("vlan") { json in
                for identifier in flow.vlans.identifiers { json.element(UInt64(identifier)) }
            }
        }
        let source = flow.sender(direction ?? .toServer)
        let destination = flow.sender((direction ?? .toServer).reversed)
        writeEnds(source, destination, of: flow.transport, to: &json)
        json.member("proto", flow.transport.description)
        json.member("ip_v", flow.client.address.isIPv6 ? 6 : 4)
        if let message = ICMPMessage(source, destination, flow.transport) {
            json.member("icmp_type", UInt64(message.type))
            if let code = message.code { json.member("icmp_code", UInt64(code)) }
        }
        if flow.tunnelDepth > 0 {
            json.object("tunnel") { $0.member("depth", UInt64(flow.tunnelDepth)) }
        }
        if !flow.communityID.isEmpty { json.member("community_id", flow.communityID) }
        if let application = flow.application { json.member("app_proto", application.rawValue) }
        if let direction { json.member("direction", direction == .toServer ? "to_server" : "to_client") }
        if let unit = flow.senderUnit(direction ?? .toServer) { json.member("src_unit", unit.id) }
        if let unit = flow.senderUnit((direction ?? .toServer).reversed) {
            json.member("dest_unit", unit.id)
        }
    }

    /// Writes source and destination; ports only where the protocol has them.
    func writeEnds(
        _ source: Endpoint, _ destination: Endpoint, of transport: TransportProtocol, to json: inout JSONLine
    ) {
        let hasPorts = transport == .tcp || transport == .udp || transport == .sctp
        json.member("src_ip", source.address.description)
        if hasPorts { json.member("src_port", UInt64(source.port)) }
        json.member("dest_ip", destination.address.description)
        if hasPorts { json.member("dest_port", UInt64(destination.port)) }
    }
}
