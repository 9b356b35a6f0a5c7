import Incidents
import NetTypes

extension DrillPage {
    /// What proves a detection: its flow, the packets that carried the match, and the bytes of it.
    func proof(_ detection: LoggedDetection, _ out: inout Markup) {
        var object = detection.object.map { t(.object($0)) } ?? t(.indicator)
        if !detection.objectName.isEmpty { object += " “\(shown(detection.objectName))”" }
        let category = detection.category.map { " · " + t(.category($0)) } ?? ""
        let techniques = detection.techniques.prefix(ReportLimits.listed).map(\.identifier)
        facts(
            [
                (.rule, shown(detection.rule) + " · " + shown(detection.summary(language)) + category),
                (.techniques, techniques.isEmpty ? "–" : techniques.joined(separator: ", ")),
                (.detected, time(of: detection) + " · " + shown(detection.time.description)),
                (
                    .flow,
                    ends(detection.client, detection.server) + " · " + t(.direction(detection.direction))
                ),
                (.communityID, detection.communityID.isEmpty ? "–" : shown(detection.communityID)),
                (.packets, packets(detection.packets)), (.foundIn, object),
            ], &out)
        for match in detection.matches.prefix(ReportLimits.matches) { self.match(match, &out) }
        more(detection.matches.count - ReportLimits.matches, &out)
        if detection.matches.isEmpty { out.element("p", [("class", "hint")], text: t(.noStrings)) }
    }

    private func match(_ match: LoggedDetection.Match, _ out: inout Markup) {
        let place = numbers.count(match.offset)
        out.element(
            "p", [("class", "match")],
            text: t(.matched(shown(match.identifier), place, numbers.count(match.length))))
        if match.hexadecimal.isEmpty, match.length > 0 {
            out.element("p", [("class", "hint")], text: t(.withheld))
            return
        }
        let hex = HexRows(match)
        out.element("pre", [("class", "hex")]) { out in
            for row in hex.rows {
                out.element("span", [("class", "offset")], text: row.offset + "  ")
                pieces(row.digits, &out)
                out.text("  ")
                pieces(row.letters, &out)
                out.newline()
            }
        }
        if hex.left > 0 {
            out.element("p", [("class", "hint")], text: t(.moreBytes(numbers.count(hex.left))))
        }
    }

    private func pieces(_ pieces: [HexRows.Piece], _ out: inout Markup) {
        for piece in pieces {
            if piece.isMarked { out.element("mark", text: piece.text) } else { out.text(piece.text) }
        }
    }

    /// The packets that carried a match, by their numbers in the traffic as it was played.
    func packets(_ packets: ClosedRange<UInt64>) -> String {
        packets.upperBound == 0 ? "–" : range(packets) + " (traffic.pcapng)"
    }

    /// The same without the file, where a table says it.
    func range(_ packets: ClosedRange<UInt64>) -> String {
        if packets.upperBound == 0 { return "–" }
        let isOne = packets.lowerBound == packets.upperBound
        return isOne ? "\(packets.lowerBound)" : "\(packets.lowerBound)–\(packets.upperBound)"
    }

    /// Both ends of a flow.
    func ends(_ client: Endpoint, _ server: Endpoint) -> String { "\(text(client)) → \(text(server))" }

    private func text(_ end: Endpoint) -> String {
        end.address.isIPv6 ? "[\(end.address)]:\(end.port)" : "\(end.address):\(end.port)"
    }

    /// Where to look for what was not detected: the flows that the log knows between the ends, and the filter that shows
    /// their packets.
    func traffic(_ pattern: DetectionPattern, of inject: Inject, _ out: inout Markup) {
        guard let filter = pattern.displayFilter else { return }
        let filters = [filter, window(of: inject)].compactMap { $0 }.joined(separator: " and ")
        let flows = self.flows.filter { pattern.mayBe(in: $0.client, $0.server) }
        let told = flows.prefix(ReportLimits.flows).map { flow in
            let name = flow.application.isEmpty ? "" : " · " + shown(flow.application)
            return ends(flow.client, flow.server) + name + " · " + shown(flow.communityID)
        }
        facts(
            [
                (.flow, told.isEmpty ? t(.noFlow) : told.joined(separator: "; ")),
                (.filter, filters + " (traffic.pcapng)"),
            ], &out)
        more(flows.count - told.count, &out)
    }

    /// The display filter for the time in which an inject was due; nil where packets bear the time of another clock.
    private func window(of inject: Inject) -> String? {
        guard let start = report.run.start else { return nil }
        let begin = start.advanced(by: inject.at.nanoseconds)
        let from = "frame.time_epoch >= \(Self.epoch(begin))"
        guard let within = inject.within else { return from }
        return from + " and frame.time_epoch <= \(Self.epoch(begin.advanced(by: within.nanoseconds)))"
    }

    /// Seconds since 1970, to the millisecond.
    private static func epoch(_ time: Timestamp) -> String {
        let milliseconds = "\(time.nanoseconds / 1_000_000 % 1000)"
        return "\(time.nanoseconds / 1_000_000_000)."
            + String(repeating: "0", count: max(0, 3 - milliseconds.count))
            + milliseconds
    }
}

extension DetectionPattern {
    /// What shows the packets of an expectation in a program that reads captures (a display filter of Wireshark); nil where
    /// it says nothing of the flow.
    var displayFilter: String? {
        if isAnywhere { return nil }
        var parts = [client, server].compactMap { $0 }.map { ($0.isIPv6 ? "ipv6" : "ip") + ".addr == \($0)" }
        if let serverPort { parts.append("(tcp.port == \(serverPort) or udp.port == \(serverPort))") }
        return parts.joined(separator: " and ")
    }
}
