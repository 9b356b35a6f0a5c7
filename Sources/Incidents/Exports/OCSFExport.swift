import NetTypes

/// An incident in the Open Cybersecurity Schema Framework, version 1.9.0-dev: a Detection Finding (2004) for each
/// detection, a Network Activity (4001) for each of their flows, and last the Incident Finding (2005), which names them.
///
/// One object a line. Times are milliseconds since 1970, as the schema has them.
struct OCSFExport {
    /// The schema that the events follow, `metadata.version`.
    static let schemaVersion = "1.9.0-dev"

    let exported: ExportCase

    /// An export of what may leave.
    init(_ exported: ExportCase) {
        self.exported = exported
    }

    /// The events, without newlines at their ends.
    var lines: [String] {
        exported.detections.indices.map { detectionFinding($0).line }
            + exported.flows.map { networkActivity($0).line } + [incidentFinding.line]
    }

    /// Detection Finding, class 2004, activity 1 (create).
    func detectionFinding(_ place: Int) -> ExportValue {
        let detection = exported.detections[place]
        return event(
            category: 2, class: 2004, activity: 1, at: detection.timestamp,
            severity: Self.severity(detection.severity), log: "alert", uid: uid(of: detection)
        ).with([
            "is_alert": true, "message": .foreign(title(of: detection)),
            "status_id": .count(Self.findingStatus(exported.incident.status)),
            "finding_info": findingInfo(detection).with([
                "first_seen_time": Self.time(detection.timestamp),
                "last_seen_time": Self.time(detection.timestamp),
                "attacks": attacks(exported.rule(of: detection)?.techniques ?? []),
            ]),
            "evidences": [evidence(place)], "resources": resources, "observables": observables(place),
            "unmapped": unmapped(place),
        ])
    }

    /// Network Activity, class 4001, activity 6 (traffic): that the flow was there. Its bytes and packets are in the
    /// event log, not with the incident.
    func networkActivity(_ flow: ExportedFlow) -> ExportValue {
        event(
            category: 4, class: 4001, activity: 6, at: flow.firstAt, severity: 1, log: "flow",
            uid: "\(exported.incident.id)/flow/\(flow.id)/\(flow.detections.first ?? 0)"
        ).with([
            "start_time": Self.time(flow.firstAt), "end_time": Self.time(flow.lastAt), "initiator_id": 1,
            "is_src_dst_assignment_known": true,
            "src_endpoint": endpoint(flow.client, flow.transport),
            "dst_endpoint": endpoint(flow.server, flow.transport),
            "connection_info": connection(flow),
            "app_protocol_name": flow.application.flatMap { ExportValue.foreign($0) },
        ])
    }

    /// Incident Finding, class 2005. Where nobody has taken the incident it is the team's, as the schema wants one of
    /// the two to be named.
    var incidentFinding: ExportValue {
        let incident = exported.incident
        let isOver = incident.status == .closed || incident.status == .falsePositive
        let activity = isOver ? 3 : incident.status == .new ? 1 : 2
        return event(
            category: 2, class: 2005, activity: activity, at: incident.lastAt,
            severity: Self.severity(incident.severity), log: "incident", uid: incident.id.description
        ).with([
            "message": .foreign(exported.title), "desc": exported.remark.map { .text($0) },
            "start_time": Self.time(incident.firstAt), "end_time": Self.time(incident.lastAt),
            "status_id": .count(Self.incidentStatus(incident.status)),
            "verdict_id": incident.status == .falsePositive ? 1 : nil,
            "priority_id": .count(Self.priority(incident.severity)),
            "assignee": ExportValue.foreign(incident.assignee).map { .object(["name": $0]) },
            "assignee_group": incident.assignee.isEmpty
                ? .object(["name": .foreign(exported.options.organisation) ?? "haidang"]) : nil,
            "attacks": attacks(incident.techniques),
            "finding_info_list": .list(findings),
            "unmapped": .object([
                "category": .text(incident.category.rawValue), "stage": .text(incident.stage.word),
                "detections": .count(incident.detections), "t0": Self.time(incident.detectedAt),
                "victim": .text(incident.victim.description),
                "attacker": incident.attacker.map { .text($0.description) },
                "system_level": incident.unit.map { .count($0.level) },
                "merged_into": incident.mergedInto.map { .text($0.description) },
            ]),
        ])
    }

    /// What every event of the schema has.
    private func event(
        category: Int64, class number: Int64, activity: Int, at time: Timestamp, severity: Int, log: String,
        uid: String
    ) -> ExportValue {
        .object([
            "activity_id": .count(activity), "category_uid": .number(category), "class_uid": .number(number),
            "type_uid": .number(number * 100 + Int64(activity)), "severity_id": .count(severity),
            "time": Self.time(time), "timezone_offset": 0,
            "metadata": .object([
                "version": .text(Self.schemaVersion),
                "product": .object([
                    "name": "Hải Đăng", "vendor_name": "haidang", "uid": "haidang",
                    "version": .foreign(exported.options.productVersion),
                ]),
                "uid": .text(uid), "correlation_uid": .text(exported.incident.id.description),
                "log_name": .text(log), "original_time": .text(time.description),
                "reporter": .object(["name": .foreign(exported.options.host) ?? "haidang"]),
                "labels": [.text(exported.options.trafficLight.tag)],
            ]),
        ])
    }

    /// One for each detection; for each rule where none was kept.
    private var findings: [ExportValue] {
        if !exported.detections.isEmpty { return exported.detections.map(findingInfo) }
        return exported.incident.rules.map { rule in
            .object([
                "uid": .text("\(exported.incident.id)/\(rule.signatureID)"),
                "title": .foreign(rule.summary.isEmpty ? rule.name : rule.summary),
                "analytic": analytic(rule.name, rule),
            ])
        }
    }

    private func findingInfo(_ detection: IncidentDetection) -> ExportValue {
        .object([
            "uid": .text(uid(of: detection)), "title": .foreign(title(of: detection)),
            "analytic": analytic(detection.rule, exported.rule(of: detection)),
        ])
    }

    private func uid(of detection: IncidentDetection) -> String {
        "\(exported.incident.id)/\(detection.number)"
    }

    private func title(of detection: IncidentDetection) -> String {
        let summary = exported.rule(of: detection)?.summary ?? ""
        return summary.isEmpty ? detection.rule : summary
    }
}
