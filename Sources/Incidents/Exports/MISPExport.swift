import NetTypes

/// An incident as an event of MISP's core format (its specification is an Internet-Draft of the MISP project).
///
/// Not published, and for the receiver's own organisation only (distribution 0): people decide there. Identifiers follow
/// from the incident's, so that a second export of it changes the event instead of making another.
struct MISPExport {
    private let exported: ExportCase
    private let event: String

    /// An export of what may leave.
    init(_ exported: ExportCase) {
        self.exported = exported
        event = NamedUUID("misp", "event", exported.incident.id.description).description
    }

    /// The document, without a newline at its end.
    var document: String {
        let incident = exported.incident
        let attributes = attributes
        return ExportValue.object([
            "Event": .object([
                "uuid": .text(event), "info": .text("\(incident.id): \(exported.title)".shortened()),
                "date": .text(Day(of: incident.firstAt).description), "timestamp": .text(seconds),
                "publish_timestamp": "0", "published": false, "distribution": "0", "org_id": "1",
                "orgc_id": "1", "threat_level_id": .text(threatLevel), "analysis": .text(analysis),
                "attribute_count": .text(String(attributes.count)),
                "Org": organisation, "Orgc": organisation,
                "Attribute": .list(attributes),
                "Tag": .list(
                    tags.map { .object(["name": .text($0.shortened()), "exportable": true]) }),
            ])
        ]).line
    }

    /// Seconds since 1970, as text. What was changed last has to be later than what a receiver has.
    private var seconds: String { String(max(0, exported.changedAt.nanoseconds / 1_000_000_000)) }

    private var organisation: ExportValue {
        let name = exported.options.organisation.shortened()
        return .object([
            "uuid": .text(NamedUUID("organisation", name).description), "name": .text(name), "id": "1",
        ])
    }

    /// 1 high, 2 medium, 3 low: our notes are low as well, since 4 (undefined) would say that nobody has judged.
    private var threatLevel: String { String(min(max(exported.incident.severity, 1), 3)) }

    /// 0 initial, 1 ongoing, 2 complete.
    private var analysis: String {
        switch exported.incident.status {
        case .new: "0"
        case .acknowledged, .inProgress: "1"
        case .resolved, .closed, .falsePositive: "2"
        }
    }

    /// The label, and what MISP has no field for as machine tags.
    private var tags: [String] {
        let incident = exported.incident
        return [
            exported.options.trafficLight.tag, "haidang:category=\"\(incident.category.rawValue)\"",
            "haidang:severity=\"\(incident.severity)\"", "haidang:stage=\"\(incident.stage.word)\"",
            "haidang:state=\"\(incident.status.rawValue)\"",
        ] + exported.techniques.map { "haidang:attack-technique=\"\($0)\"" }
    }

    private var attributes: [ExportValue] {
        var list = MISPAttributes(event: event, timestamp: seconds)
        addAddresses(to: &list)
        for rule in exported.incident.rules { add(rule, to: &list) }
        for (place, detection) in exported.detections.enumerated() {
            add(detection, exported.excerpts[place], to: &list)
        }
        for flow in exported.flows where !flow.communityID.isEmpty {
            list.add(
                "community-id", "Network activity", flow.communityID, "flow \(flow.id)", forDetection: false)
        }
        if let remark = exported.remark {
            list.add("text", "Internal reference", remark, "", forDetection: false)
        }
        return list.values
    }

    /// The attacker is a destination when victims went to him, as to a master; else a source. The victim is the other,
    /// and nothing to look for anywhere.
    private func addAddresses(to list: inout MISPAttributes) {
        let incident = exported.incident
        let flows = exported.flows.filter {
            $0.client.address == incident.attacker || $0.server.address == incident.attacker
        }
        let isServer = !flows.isEmpty && flows.allSatisfy { $0.server.address == incident.attacker }
        let unit = incident.unit.map { " (\($0.name.shortened()))" } ?? ""
        if let attacker = incident.attacker {
            list.add(
                isServer ? "ip-dst" : "ip-src", "Network activity", attacker.description, "attacker",
                forDetection: exported.sharedAttacker != nil)
        }
        list.add(
            isServer ? "ip-src" : "ip-dst", "Network activity", incident.victim.description,
            "victim" + unit, forDetection: false)
    }

    /// The rule itself where its source may be given; else its name, as text.
    private func add(_ rule: IncidentRule, to list: inout MISPAttributes) {
        let comment = rule.summary.isEmpty ? rule.identifier : rule.summary
        if let text = exported.options.ruleTexts[rule.name], text.utf8.count <= ExportLimits.ruleText {
            list.add("yara", "Payload delivery", text, comment, forDetection: true, isWhole: true)
        } else {
            list.add("text", "Payload delivery", "YARA rule \(rule.name)", comment, forDetection: false)
        }
    }

    private func add(
        _ detection: IncidentDetection, _ excerpt: EventExcerpt, to list: inout MISPAttributes
    ) {
        if let file = exported.file(of: detection), let digest = file.sha256 {
            list.add("sha256", "Payload delivery", digest, file.name ?? "", forDetection: true)
        }
        if let name = excerpt.hostName {
            list.add("domain", "Network activity", name, detection.rule, forDetection: true)
        }
        guard exported.givesPayload(of: detection) else { return }
        for match in excerpt.yara?.strings.prefix(ExportLimits.strings) ?? [] {
            guard let hex = match.hex, !hex.isEmpty else { continue }
            list.add(
                "pattern-in-traffic", "Network activity", "|\(hex)|", "\(detection.rule) \(match.id)",
                forDetection: false)
        }
    }
}
