import NetTypes

extension EventEncoder {
    /// Writes the members of an `alert` event, or of a `suppressed` one. The sender of the matched bytes is the source.
    func writeAlert(_ detection: Detection, to json: inout JSONLine) {
        let flow = detection.flow
        writeCommon(
            detection.suppression == nil ? "alert" : "suppressed", at: detection.timestamp,
            frame: detection.lastFrame, flow: flow,
            direction: detection.direction, to: &json)
        json.object("alert") { writeSignature(detection.rule, to: &$0) }
        json.object("flow") { writeEnds(flow.client, flow.server, of: flow.transport, to: &$0) }
        if let sighting = detection.indicator {
            writeSighting(sighting, detection, to: &json)
            if isHunt { json.object("haidang") { $0.member("hunt", flag: true) } }
            return
        }
        json.object("yara") { json in
            writeRule(detection.rule, to: &json)
            json.array("strings") { json in
                for match in detection.strings { json.element { writeMatch(match, to: &$0) } }
            }
            json.object("object") { writeObject(detection.object, to: &$0) }
            json.object("packet") { writePackets(detection, to: &$0) }
        }
        if isHunt { json.object("haidang") { $0.member("hunt", flag: true) } }
        if let suppression = detection.suppression {
            json.object("suppression") { json in
                json.member("id", suppression.id)
                json.member("reason", suppression.reason)
                json.member("until", suppression.until.description)
            }
        }
    }

    private func writeSignature(_ rule: RuleIdentity, to json: inout JSONLine) {
        let description = rule.text("description") ?? ""
        json.member("action", "allowed")
        json.member("gid", 1)
        json.member("signature_id", UInt64(rule.signatureID))
        json.member("rev", rule.revision)
        json.member("signature", description.isEmpty ? rule.name : description)
        json.member("category", rule.text("category") ?? "")
        json.member("severity", signed: Int64(rule.severity))
        let lines = rule.schemaMetadata
        if lines.isEmpty { return }
        json.object("metadata") { json in
            for group in MetadataGroups(lines) {
                json.array(group.key) { json in
                    for value in group.values { json.element(value.text) }
                }
            }
        }
    }

    private func writeRule(_ rule: RuleIdentity, to json: inout JSONLine) {
        json.member("rule", rule.name)
        json.member("namespace", rule.namespace)
        json.member("ruleset_sha256", rule.ruleSetSHA256)
        json.array("tags") { json in
            for tag in rule.tags { json.element(tag) }
        }
        json.object("meta") { json in
            for group in MetadataGroups(rule.metadata) { group.write(to: &json) }
        }
    }

    /// The frames that carried the match, by their numbers in their files. Where the first is in another file than the last,
    /// that one is named.
    private func writePackets(_ detection: Detection, to json: inout JSONLine) {
        guard case .rotated(let files) = origin else {
            json.member("first", detection.firstFrame)
            json.member("last", detection.lastFrame)
            return
        }
        let (first, last) = (files.place(of: detection.firstFrame), files.place(of: detection.lastFrame))
        json.member("first", first.frame)
        if first.path != last.path { json.member("first_file", first.path) }
        json.member("last", last.frame)
    }

    private func writeMatch(_ match: StringMatch, to json: inout JSONLine) {
        json.member("id", match.identifier)
        json.member("offset", match.offset)
        json.member("length", signed: Int64(match.length))
        if let digest = match.sha256 { json.member("sha256", digest.hexadecimal) }
        if match.isWithheld { return }
        json.member("hex", match.bytes.hexadecimal)
        json.member("truncated", flag: match.bytes.count < match.length)
        if !match.before.isEmpty { json.member("before", match.before.hexadecimal) }
        if !match.after.isEmpty { json.member("after", match.after.hexadecimal) }
    }

    func writeObject(_ object: ScannedObject, to json: inout JSONLine) {
        json.member("kind", object.kind.rawValue)
        if !object.name.isEmpty { json.member("name", object.name) }
        json.member("size", object.size)
        if let digest = object.sha256 { json.member("sha256", digest.hexadecimal) }
        json.member("complete", flag: object.complete)
    }
}

extension RuleIdentity {
    /// The metadata key `rev` when it is a number from 0, else 1.
    fileprivate var revision: UInt64 {
        for line in metadata where line.key == "rev" {
            if case .number(let number) = line.value, number >= 0 { return number.magnitude }
        }
        return 1
    }

    /// What the schema's `metadata` says: the rule's own metadata without what `alert` has members for, and
    /// its tags under the schema's key for them.
    fileprivate var schemaMetadata: [Metadata] {
        let said = ["description", "category", "rev", "severity"]
        return metadata.filter { !said.contains($0.key) }
            + tags.map { Metadata(key: "tag", value: .text($0)) }
    }
}
