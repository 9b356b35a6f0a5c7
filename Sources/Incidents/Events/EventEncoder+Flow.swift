import NetTypes

extension EventEncoder {
    /// Writes the members of a `flow` event. The client is the source.
    func writeFlow(_ flow: FlowRecord, to json: inout JSONLine) {
        writeCommon(
            "flow", at: flow.end, frame: flow.lastFrame, flow: flow.context, direction: nil, to: &json)
        let message = ICMPMessage(flow.context.client, flow.context.server, flow.context.transport)
        if flow.toClient.packets > 0, let answer = message?.answer {
            json.member("response_icmp_type", UInt64(answer))
        }
        json.object("flow") { json in
            json.member("pkts_toserver", flow.toServer.packets)
            json.member("pkts_toclient", flow.toClient.packets)
            json.member("bytes_toserver", flow.toServer.bytes)
            json.member("bytes_toclient", flow.toClient.bytes)
            json.member("start", flow.start)
            json.member("end", flow.end)
            json.member("age", signed: max(0, flow.end.nanoseconds(since: flow.start)) / 1_000_000_000)
            json.member("state", flow.state.rawValue)
            json.member("reason", flow.reason.schemaWord)
            json.member("alerted", flag: flow.alerted)
        }
        let isTCP = flow.context.transport == .tcp
        if isTCP { json.object("tcp") { writeTCP(flow, to: &$0) } }
        json.object("haidang") { json in
            json.object("packet") { json in
                json.member("first", flow.firstFrame)
                json.member("last", flow.lastFrame)
            }
            if isTCP {
                json.member("midstream", flag: flow.midstream)
                json.member("gap_bytes_toserver", flow.toServer.gapBytes)
                json.member("gap_bytes_toclient", flow.toClient.gapBytes)
            }
        }
    }

    private func writeTCP(_ flow: FlowRecord, to json: inout JSONLine) {
        let flags = flow.toServer.tcpFlags | flow.toClient.tcpFlags
        json.member("tcp_flags", [flags].hexadecimal)
        json.member("tcp_flags_ts", [flow.toServer.tcpFlags].hexadecimal)
        json.member("tcp_flags_tc", [flow.toClient.tcpFlags].hexadecimal)
        for (mask, name) in Self.tcpFlags where flags & mask != 0 { json.member(name, flag: true) }
        json.member("state", flow.tcpState)
        if flow.toServer.gapBytes > 0 { json.member("ts_gap", flag: true) }
        if flow.toClient.gapBytes > 0 { json.member("tc_gap", flag: true) }
    }

    /// The flags of a TCP header (RFC 9293 section 3.1) and the schema's names, in the schema's order; a flag
    /// that was not seen is left out.
    private static let tcpFlags: [(mask: UInt8, name: String)] = [
        (TCPFlag.syn, "syn"), (TCPFlag.fin, "fin"), (TCPFlag.rst, "rst"), (TCPFlag.psh, "psh"),
        (TCPFlag.ack, "ack"), (TCPFlag.urg, "urg"), (TCPFlag.ece, "ecn"), (TCPFlag.cwr, "cwr"),
    ]
}

extension FlowRecord {
    /// How far the TCP session came, in the schema's words as far as they can be told from what is recorded.
    fileprivate var tcpState: String {
        switch state {
        case .established: "established"
        case .closed: "closed"
        case .new:
            if toServer.tcpFlags & TCPFlag.syn == 0 {
                "none"
            } else if toClient.tcpFlags & TCPFlag.syn == 0 {
                "syn_sent"
            } else {
                "syn_recv"
            }
        }
    }
}

extension FlowRecord.EndReason {
    /// The schema's word for it.
    fileprivate var schemaWord: String {
        switch self {
        case .timeout: "timeout"
        case .shutdown: "shutdown"
        case .reused: "tcp_reuse"
        case .evicted: "forced"
        }
    }
}
