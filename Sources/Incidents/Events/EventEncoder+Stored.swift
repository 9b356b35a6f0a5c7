import NetTypes

extension EventEncoder {
    /// The `alert` of a detection from what the store knows beside its line, for a line that is gone or too long. What
    /// only the line had (tags, metadata, strings) is not in it.
    func line(_ detection: IncidentDetection, _ rule: IncidentRule?) -> String {
        let isToServer = detection.direction == .toServer
        let ends = [detection.client, detection.server]
        var json = JSONLine()
        json.root { json in
            json.member("timestamp", detection.timestamp)
            json.member("flow_id", detection.flowID)
            json.member("event_type", "alert")
            json.member("host", host)
            writeEnds(ends[isToServer ? 0 : 1], ends[isToServer ? 1 : 0], of: detection.transport, to: &json)
            json.member("proto", detection.transport.description)
            json.member("ip_v", detection.client.address.isIPv6 ? 6 : 4)
            if !detection.communityID.isEmpty {
                json.member("community_id", detection.communityID.shortened())
            }
            json.member("direction", isToServer ? "to_server" : "to_client")
            json.object("alert") { writeSignature(of: detection, rule, to: &$0) }
            json.object("flow") { writeEnds(ends[0], ends[1], of: detection.transport, to: &$0) }
            json.object("yara") { writeRule(of: detection, to: &$0) }
        }
        return String(decoding: json.take(), as: UTF8.self)
    }

    private func writeSignature(
        of detection: IncidentDetection, _ rule: IncidentRule?, to json: inout JSONLine
    ) {
        let summary = rule?.summary ?? ""
        json.member("action", "allowed")
        json.member("gid", 1)
        json.member("signature_id", UInt64(detection.signatureID))
        json.member("rev", 1)
        json.member("signature", (summary.isEmpty ? detection.rule : summary).shortened())
        json.member("category", (rule?.category ?? "").shortened())
        json.member("severity", signed: Int64(detection.severity))
    }

    private func writeRule(of detection: IncidentDetection, to json: inout JSONLine) {
        let parts = detection.rule.split(separator: "/")
        json.member("rule", String(parts.last ?? "").shortened())
        json.member("namespace", parts.dropLast().joined(separator: "/").shortened())
        json.member("ruleset_sha256", detection.ruleSetSHA256.shortened())
        json.object("object") { json in
            var object = detection.object
            object.name = object.name.shortened()
            writeObject(object, to: &json)
        }
        json.object("packet") { json in
            json.member("first", detection.firstFrame)
            json.member("last", detection.lastFrame)
        }
    }
}
