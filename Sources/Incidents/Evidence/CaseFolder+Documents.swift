import NetTypes

/// The files of a case that say in words what happened.
extension CaseFolder {
    static func writeDocuments(
        _ evidence: EvidenceCase, _ context: CaseContext, _ writer: CaseWriter,
        _ account: inout EvidenceAccount
    ) throws(EvidenceError) {
        try writeEvents(evidence, writer)
        try writer.write(CaseDocuments.incident(evidence.incident), "incident.json", "incident")
        try writer.write(CaseDocuments.journal(evidence.journal), "journal.json", "journal")
        try writeRules(evidence.incident, context, writer, &account)
        try writer.write(CaseDocuments.versions(context.versions), "versions.json", "versions")
        if context.losses == nil {
            account.missing.append(
                EvidenceGap(
                    kind: "losses", name: "losses.json",
                    reason: "nobody knows what the sensor lost in the time of the incident"))
        }
        try writer.write(CaseDocuments.losses(context.losses), "losses.json", "losses")
    }

    /// The lines of the event log: those of the detections, then that of the incident. A line break inside one, which
    /// no encoder of ours writes, would make two of it, and is left out.
    private static func writeEvents(
        _ evidence: EvidenceCase, _ writer: CaseWriter
    ) throws(EvidenceError) {
        let file = try writer.file("events.json", "events")
        var buffer: [UInt8] = []
        for line in evidence.detections.map(\.event) + [evidence.event] where !line.isEmpty {
            buffer += line.utf8.filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
            buffer.append(UInt8(ascii: "\n"))
            if buffer.count >= 1 << 20 {
                try file.write(buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try file.write(buffer)
        try file.close()
    }

    /// A list of the rules that fired, and beside it the texts that were at hand, each once and named by its SHA-256.
    private static func writeRules(
        _ incident: Incident, _ context: CaseContext, _ writer: CaseWriter,
        _ account: inout EvidenceAccount
    ) throws(EvidenceError) {
        var list: [UInt8] = []
        var written: Set<String> = []
        for rule in incident.rules {
            let found = context.rules.first { $0.rule == rule.name }
            var digest = ""
            if let text = found?.text {
                digest = Digest.of(text.span).hexadecimal
                if written.insert(digest).inserted {
                    try writer.write(text, RuleText.folder + "/" + digest + ".yar", "rule")
                }
            } else {
                let reason = found?.reason ?? "nobody looked for its text"
                account.missing.append(EvidenceGap(kind: "rule", name: rule.name, reason: reason))
            }
            list += CaseDocuments.rule(rule, textSHA256: digest)
        }
        try writer.write(list, RuleText.folder + "/rules.json", "rules")
    }
}
