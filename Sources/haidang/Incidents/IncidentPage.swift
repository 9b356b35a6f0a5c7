import Incidents
import NetTypes

/// One incident as people read it: what happened to whom since when, the rules, the bytes, and what was done.
struct IncidentPage {
    private let incident: Incident
    private let detections: [IncidentDetection]
    private let journal: [JournalEntry]
    private let deadlines: [Deadline]

    /// The page of an incident with some of its detections, its journal and its clocks.
    init(
        _ incident: Incident, _ detections: [IncidentDetection], _ journal: [JournalEntry],
        _ deadlines: [Deadline]
    ) {
        self.deadlines = deadlines
        self.incident = incident
        self.detections = detections
        self.journal = journal
    }

    /// Writes it.
    func write(to terminal: Terminal) {
        let (results, palette) = (terminal.results, terminal.palette)
        let title = Escaping.shown(incident.title(inVietnamese: Language.current == .vietnamese))
        results.line(palette.paint("\(incident.id)  \(title)", .strong))
        for (name, value) in facts where !value.isEmpty {
            let padding = String(repeating: " ", count: max(1, 22 - DisplayWidth.columns(name)))
            results.line("  " + palette.paint(name, .faint) + padding + value)
        }
        results.line("")
        results.line(palette.paint("\(IncidentText.rules)", .strong))
        for rule in incident.rules {
            let text = Language.current == .vietnamese ? rule.vietnameseSummary : rule.summary
            results.line(
                "  \(Number.grouped(rule.detections)) × \(Escaping.shown(rule.name))  "
                    + palette.paint(Escaping.shown(text), .faint))
        }
        results.line("")
        results.line(palette.paint("\(IncidentText.detections)", .strong))
        for detection in detections { write(detection, to: terminal) }
        let more = incident.detections - min(incident.detections, UInt64(detections.count))
        if more > 0 { results.line("  \(IncidentText.moreDetections(more))") }
        results.line("")
        if !deadlines.isEmpty {
            results.line(palette.paint("\(IncidentText.clocks)", .strong))
            for deadline in deadlines { write(deadline, to: terminal) }
            results.line("")
        }
        results.line(palette.paint("\(IncidentText.journal)", .strong))
        for entry in journal { results.line("  " + line(entry)) }
    }

    private var facts: [(String, String)] {
        func name(_ text: IncidentText) -> String { "\(text)" }
        let unit = incident.unit
        let contact = [unit?.contactName, unit?.contactPhone, unit?.contactEmail].compactMap { $0 }
            .filter { !$0.isEmpty }
        return [
            (
                name(.severity),
                "\(SummaryText.severity(incident.severity)) · \(IncidentText.status(incident.status))"
            ),
            (name(.category), incident.category.rawValue), (name(.stage), incident.stage.word),
            (name(.techniques), incident.techniques.joined(separator: ", ")),
            (name(.unit), unit.map { Escaping.shown("\($0.name) (\($0.id)), \($0.level)/5") } ?? ""),
            (name(.contact), Escaping.shown(contact.joined(separator: ", "))),
            (name(.victim), incident.victim.description),
            (name(.attacker), incident.attacker?.description ?? ""),
            (name(.firstSeen), PreviewText.time(incident.firstAt)),
            (name(.lastSeen), PreviewText.time(incident.lastAt)),
            (name(.detectedAt), PreviewText.time(incident.detectedAt)),
            (
                name(.assignee),
                incident.assignee.isEmpty ? name(.nobody) : Escaping.shown(incident.assignee)
            ),
            (name(.mergedInto), incident.mergedInto?.description ?? ""),
        ]
    }

    private func write(_ detection: IncidentDetection, to terminal: Terminal) {
        let flow =
            "\(EndpointText.end(detection.client, detection.transport)) → "
            + "\(EndpointText.end(detection.server, detection.transport)) "
            + EndpointText.name(detection.transport)
        let name = DisplayWidth.fitted(Escaping.shown(detection.object.name), to: 48)
        let object = "\(SummaryText.object(detection.object.kind, detection.direction))"
        terminal.results.line(
            "  \(PreviewText.time(detection.timestamp))  \(Escaping.shown(detection.rule))  \(flow)")
        terminal.results.line(
            "    \(object)\(name.isEmpty ? "" : ": " + name)  "
                + terminal.palette.paint(
                    "\(Escaping.shown(detection.source)), "
                        + "\(SummaryText.frames(first: detection.firstFrame, last: detection.lastFrame))",
                    .faint))
        for match in StoredMatch.all(in: detection.event).prefix(4) {
            if match.hex == nil {
                let words = IncidentText.withheld(sha256: match.sha256)
                terminal.results.line("      \(Escaping.shown(match.id)): \(words)")
                continue
            }
            terminal.results.line("      " + terminal.palette.paint(Escaping.shown(match.id), .strong))
            for line in HexView(match, terminal.palette).lines { terminal.results.line("      " + line) }
        }
    }

    private func write(_ deadline: Deadline, to terminal: Terminal) {
        let name = Deadline.detail(profile: deadline.profile, clock: deadline.clock.id)
        let label = deadline.clock.label.text(Language.current == .vietnamese ? .vietnamese : .english)
        let due = deadline.due.map { VietnamTime($0).both } ?? ""
        let state = IncidentText.clock(deadline.state, due: due, isDecided: deadline.isTriggerDecided)
        let tone: Palette.Tone? =
            switch deadline.state {
            // What nobody has said to apply is no alarm yet.
            case .overdue: deadline.isTriggerDecided ? .alarm : .caution
            case .dueSoon: .caution
            case .sent: .calm
            case .remaining, .notTriggered: nil
            }
        terminal.results.line(
            "  \(Escaping.shown(name))  \(Escaping.shown(label)): "
                + terminal.palette.paint("\(state)", tone))
    }

    private func line(_ entry: JournalEntry) -> String {
        let words = entry.note.isEmpty ? "" : ": " + Escaping.shown(entry.note)
        let detail = entry.detail.isEmpty ? "" : " " + Escaping.shown(shown(entry))
        return "\(PreviewText.time(entry.timestamp))  \(Escaping.shown(entry.person))  "
            + "\(IncidentText.action(entry.action))\(detail)\(words)"
    }

    private func shown(_ entry: JournalEntry) -> String {
        guard entry.action == .status, let status = IncidentStatus(rawValue: entry.detail) else {
            return entry.detail
        }
        return "\(IncidentText.status(status))"
    }
}
