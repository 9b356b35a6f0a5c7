import NetTypes

extension Facts {
    /// What a source says about the incident.
    func incidentValue(_ source: FieldSource) -> FieldValue {
        guard let (incident, _, journal) = incident else { return periodValue(source) }
        switch source {
        case .incidentSummary: return .lines(summary(incident))
        case .incidentCategory: return .line(phrase(.category(incident.category)))
        case .incidentTechniques:
            return .line(incident.techniques.map { PrintedText.foreign($0) }.joined(separator: ", "))
        case .incidentEvidence: return .lines(evidence)
        case .incidentAttacker: return .line(incident.attacker.map(attacker) ?? "")
        case .incidentUnit: return .line(incident.unit?.name ?? "")
        case .incidentID: return .line(incident.id.description)
        case .incidentFirstTime: return .line(VietnamTime(incident.firstAt).both)
        case .incidentDetectedDate: return .line(VietnamTime(incident.detectedAt).date)
        case .incidentDetectedTime: return .line(VietnamTime(incident.detectedAt).clock)
        case .incidentDetected: return .line(VietnamTime(incident.detectedAt).both)
        case .incidentClosed: return .line(incident.closedAt.map { VietnamTime($0).both } ?? "")
        case .incidentState: return .ticked(state(incident))
        case .incidentDetectedBy: return .ticked(["ids"])
        case .incidentSerious:
            let verdict = SeverityQuestions(answers, level: systemLevel).verdict
            return .ticked(verdict == .notDecided ? [] : [verdict.rawValue])
        case .incidentActions: return .lines(actions(journal))
        case .incidentSent: return .lines(sent(journal))
        case .incidentKeepUntil: return .line(Self.fiveYears(after: incident.detectedAt))
        default: return .lines([])
        }
    }

    /// What an address is called in this form: itself where it may be printed, else the unit that it belongs to.
    private func name(_ address: IPAddress, _ unit: IncidentUnit?) -> String {
        let unit = unit.map { PrintedText.foreign($0.name) } ?? ""
        guard admits(address) else { return unit }
        return unit.isEmpty ? address.description : "\(address) (\(unit))"
    }

    private func attacker(_ address: IPAddress) -> String { name(address, incident?.incident.attackerUnit) }

    private func summary(_ incident: Incident) -> [String] {
        let title = PrintedText.foreign(incident.title(inVietnamese: language == .vietnamese))
        var lines = [
            phrase(
                .summary(
                    title: title, detections: incident.detections, first: VietnamTime(incident.firstAt),
                    last: VietnamTime(incident.lastAt))),
            phrase(.stage(incident.stage)),
        ]
        let victim = name(incident.victim, incident.unit)
        if !victim.isEmpty { lines.append(phrase(.victim(victim))) }
        let attacker = incident.attacker.map(attacker) ?? ""
        if !attacker.isEmpty { lines.append(phrase(.attacker(attacker))) }
        return lines
    }

    /// The rules that matched, and the bytes that they matched; of a network that keeps no payload, the rules alone.
    private var evidence: [String] {
        guard let (incident, detections, _) = incident else { return [] }
        var lines = incident.rules.map { rule in
            let title =
                language == .vietnamese && !rule.vietnameseSummary.isEmpty
                ? rule.vietnameseSummary : rule.summary
            return phrase(
                .rule(
                    title: PrintedText.foreign(title), name: PrintedText.foreign(rule.name),
                    detections: rule.detections))
        }
        if !incident.isSecret {
            var seen: Set<String> = []
            for detection in detections {
                let object = detection.object
                let line = phrase(
                    .object(
                        object.kind, name: PrintedText.foreign(object.name), size: object.size,
                        sha256: object.sha256?.hexadecimal ?? ""))
                if seen.insert(line).inserted { lines.append(line) }
            }
        }
        for digest in Set(incident.rules.map(\.ruleSetSHA256)).sorted() where !digest.isEmpty {
            lines.append(phrase(.ruleSet(PrintedText.foreign(digest))))
        }
        return bounded(lines)
    }

    private func state(_ incident: Incident) -> [String] {
        switch incident.status {
        case .new, .acknowledged, .inProgress: ["not-handled"]
        case .resolved, .closed: ["handled"]
        case .falsePositive: []
        }
    }

    /// What was done to it; looking at it is not among that.
    private func actions(_ journal: [JournalEntry]) -> [String] {
        let shown = journal.filter { ![.viewed, .reported].contains($0.action) }
        return bounded(
            shown.map { entry in
                phrase(
                    .action(
                        VietnamTime(entry.timestamp), person: PrintedText.foreign(entry.person),
                        entry.action,
                        detail: PrintedText.foreign(entry.detail),
                        note: PrintedText.foreign(entry.note, limit: 1000)))
            })
    }

    private func sent(_ journal: [JournalEntry]) -> [String] {
        bounded(
            journal.filter { $0.action == .sent }.map {
                phrase(.sent(PrintedText.foreign($0.detail), VietnamTime($0.timestamp)))
            })
    }

    /// The first lines, and how many there are beyond them.
    private func bounded(_ lines: [String]) -> [String] {
        guard lines.count > Self.mostRows else { return lines }
        return lines.prefix(Self.mostRows) + [phrase(.more(lines.count - Self.mostRows))]
    }

    /// The day five years after a moment; that of 29 February is 1 March where the year has none.
    private static func fiveYears(after time: Timestamp) -> String {
        let then = VietnamTime(time)
        let year = (Int(then.year) ?? 0) + 5
        guard Day("\(year)-\(then.month)-\(then.day)") != nil else { return "01/03/\(year)" }
        return "\(then.day)/\(then.month)/\(year)"
    }
}
