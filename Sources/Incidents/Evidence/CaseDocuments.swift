import NetTypes

/// The JSON files of a case: members in a fixed order, points in time in the form of the event log, no member
/// for what is not known.
enum CaseDocuments {
    /// All fields of the incident.
    static func incident(_ incident: Incident) -> [UInt8] {
        document { json in
            json.member("id", incident.id.description)
            json.member("status", incident.status.rawValue)
            json.member("severity", signed: Int64(incident.severity))
            json.member("category", incident.category.rawValue)
            json.member("title", incident.title(inVietnamese: false))
            json.member("title_vi", incident.title(inVietnamese: true))
            json.member("stage", incident.stage.word)
            json.array("techniques") { json in for one in incident.techniques { json.element(one) } }
            json.member("victim", incident.victim.description)
            json.optional("attacker", incident.attacker?.description)
            unit("unit", incident.unit, &json)
            unit("attacker_unit", incident.attackerUnit, &json)
            json.member("first_at", incident.firstAt)
            json.member("last_at", incident.lastAt)
            json.member("detected_at", incident.detectedAt)
            json.member("detections", incident.detections)
            json.member("detections_kept", incident.detectionsKept)
            json.member("assignee", incident.assignee)
            json.optional("acknowledged_at", incident.acknowledgedAt?.description)
            json.optional("resolved_at", incident.resolvedAt?.description)
            json.optional("closed_at", incident.closedAt?.description)
            json.optional("merged_into", incident.mergedInto?.description)
            json.array("rules") { json in
                for rule in incident.rules { json.element { members(of: rule, &$0) } }
            }
        }
    }

    /// Who did what, a line each.
    static func journal(_ journal: [JournalEntry]) -> [UInt8] {
        journal.flatMap { entry in
            document { json in
                json.member("number", signed: entry.number)
                json.member("time", entry.timestamp)
                json.member("person", entry.person)
                json.optional("incident", entry.incident?.description)
                json.member("action", entry.action.rawValue)
                json.member("detail", entry.detail)
                json.member("note", entry.note)
            }
        }
    }

    /// A rule that fired, and the digest of its text; empty where that is not in the folder.
    static func rule(_ rule: IncidentRule, textSHA256: String) -> [UInt8] {
        document { json in
            members(of: rule, &json)
            json.optional("text", textSHA256.isEmpty ? nil : textSHA256 + ".yar")
            json.optional("text_sha256", textSHA256.isEmpty ? nil : textSHA256)
        }
    }

    /// Programs and libraries.
    static func versions(_ versions: [CaseContext.Version]) -> [UInt8] {
        let libraries = [
            CaseContext.Version("libsodium", SealedObject.version),
            CaseContext.Version("libarchive", InfectedZip.version),
        ]
        return document { json in
            for one in versions + libraries { json.member(one.name, one.version) }
        }
    }

    /// What the sensor lost.
    static func losses(_ losses: LossStatistics?) -> [UInt8] {
        document { json in
            json.member("known", flag: losses != nil)
            guard let losses else { return }
            json.member("complete", flag: losses.isComplete)
            json.member("source", losses.source)
            json.member("from", losses.from)
            json.member("to", losses.to)
            json.object("counters") { json in
                for one in losses.counters { json.member(one.name, one.value) }
            }
        }
    }

    private static func members(of rule: IncidentRule, _ json: inout JSONLine) {
        json.member("rule", rule.name)
        json.member("signature_id", UInt64(rule.signatureID))
        json.member("identifier", rule.identifier)
        json.member("severity", signed: Int64(rule.severity))
        json.member("summary", rule.summary)
        json.member("summary_vi", rule.vietnameseSummary)
        json.member("category", rule.category)
        json.array("techniques") { json in for one in rule.techniques { json.element(one) } }
        json.member("ruleset_sha256", rule.ruleSetSHA256)
        json.member("detections", rule.detections)
    }

    private static func unit(_ key: String, _ unit: IncidentUnit?, _ json: inout JSONLine) {
        guard let unit else { return }
        json.object(key) { json in
            json.member("id", unit.id)
            json.member("name", unit.name)
            json.member("kind", unit.kind)
            json.member("level", signed: Int64(unit.level))
            json.member("importance", signed: Int64(unit.importance))
            json.member("contact_name", unit.contactName)
            json.member("contact_phone", unit.contactPhone)
            json.member("contact_email", unit.contactEmail)
            json.member("payload", unit.payload)
        }
    }

    /// One object on one line, with its end.
    private static func document(_ members: (inout JSONLine) -> Void) -> [UInt8] {
        var json = JSONLine()
        json.root(members)
        json.append(UInt8(ascii: "\n"))
        return json.take()
    }
}

extension JSONLine {
    /// Writes a member that is text; none where there is no text.
    fileprivate mutating func optional(_ key: String, _ text: String?) {
        if let text { member(key, text) }
    }
}
