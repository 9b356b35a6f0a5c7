import NetTypes

extension EventEncoder {
    /// Flows in one line at most; the others are counted in `flows_more`.
    public static let flowLimit = 64
    /// Rules in one line at most, the gravest; techniques, clocks and pieces of evidence each.
    public static let incidentLimit = 64

    /// The line of an `incident` event, without a newline at its end. Text of rules and of traffic in it has at most
    /// `ExportLimits.text` bytes, and lists have limits: whatever an incident holds, its line is bounded.
    public func line(_ event: IncidentEvent) -> String {
        let incident = event.incident
        var json = JSONLine()
        json.root { json in
            json.member("timestamp", incident.lastAt)
            json.member("event_type", "incident")
            json.member("host", host)
            if let attacker = incident.attacker { json.member("src_ip", attacker.description) }
            json.member("dest_ip", incident.victim.description)
            json.member("ip_v", incident.victim.isIPv6 ? 6 : 4)
            if let unit = incident.attackerUnit { json.member("src_unit", unit.id.shortened()) }
            if let unit = incident.unit { json.member("dest_unit", unit.id.shortened()) }
            json.object("incident") { json in
                json.member("id", incident.id.description)
                if event.isDrill { json.member("drill", flag: true) }
                json.member("change", event.change.rawValue)
                writeState(incident, to: &json)
                writeRules(incident.rules, to: &json)
                writeFlows(event, to: &json)
                writeDeadlines(event, to: &json)
            }
        }
        return String(decoding: json.take(), as: UTF8.self)
    }

    private func writeState(_ incident: Incident, to json: inout JSONLine) {
        json.member("state", incident.status.rawValue)
        json.member("severity", signed: Int64(incident.severity))
        json.member("category", incident.category.rawValue)
        json.member("title", incident.title(inVietnamese: false).shortened())
        json.member("stage", incident.stage.word)
        json.array("techniques") { json in
            for technique in incident.techniques.prefix(Self.incidentLimit) {
                json.element(technique.shortened())
            }
        }
        json.member("t0", incident.detectedAt)
        json.member("first", incident.firstAt)
        json.member("last", incident.lastAt)
        json.member("victim", incident.victim.description)
        if let attacker = incident.attacker { json.member("attacker", attacker.description) }
        if let unit = incident.unit {
            json.object("unit") { json in
                json.member("id", unit.id.shortened())
                json.member("name", unit.name.shortened())
                json.member("level", signed: Int64(unit.level))
                json.member("importance", signed: Int64(unit.importance))
            }
            json.member("system_level", signed: Int64(unit.level))
        }
        if !incident.assignee.isEmpty { json.member("assignee", incident.assignee.shortened()) }
        if let other = incident.mergedInto { json.member("merged_into", other.description) }
        json.member("alerts", incident.detections)
    }

    private func writeRules(_ rules: [IncidentRule], to json: inout JSONLine) {
        json.array("rules") { json in
            for rule in rules.prefix(Self.incidentLimit) {
                json.element { json in
                    json.member("name", rule.name.shortened())
                    json.member("signature_id", UInt64(rule.signatureID))
                    if !rule.identifier.isEmpty { json.member("identifier", rule.identifier.shortened()) }
                    json.member("count", rule.detections)
                }
            }
        }
        if rules.count > Self.incidentLimit {
            json.member("rules_more", UInt64(rules.count - Self.incidentLimit))
        }
    }

    private func writeFlows(_ event: IncidentEvent, to json: inout JSONLine) {
        json.array("flows") { json in
            for flow in event.flows.prefix(Self.flowLimit) {
                json.element { json in
                    json.member("flow_id", flow.id)
                    if !flow.communityID.isEmpty {
                        json.member("community_id", flow.communityID.shortened())
                    }
                }
            }
        }
        let (more, overflow) = event.flowsMore.addingReportingOverflow(
            UInt64(max(0, event.flows.count - Self.flowLimit)))
        json.member("flows_more", overflow ? .max : more)
    }

    private func writeDeadlines(_ event: IncidentEvent, to json: inout JSONLine) {
        json.array("deadlines") { json in
            for deadline in event.deadlines.prefix(Self.incidentLimit) {
                json.element { json in
                    json.member("profile", deadline.profile.shortened())
                    json.member("clock", deadline.clock.shortened())
                    json.member("due", deadline.due)
                    json.member("state", deadline.state.shortened())
                }
            }
        }
        json.array("evidence") { json in
            for name in event.evidence.prefix(Self.incidentLimit) { json.element(name.shortened()) }
        }
    }
}
