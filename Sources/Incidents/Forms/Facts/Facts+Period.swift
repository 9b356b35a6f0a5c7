import NetTypes

extension Facts {
    /// What a source says about a span of days, in the fields of TT 31/2017/TT-BTTTT article 5.3.d.
    func periodValue(_ source: FieldSource) -> FieldValue {
        guard case .period(let period) = subject else { return .lines([]) }
        let incidents = period.counted
        switch source {
        case .periodSpan:
            return .line(
                phrase(.span(VietnamTime(period.start), VietnamTime(period.end.advanced(by: -1)))))
        case .periodTargets: return incidents.isEmpty ? .line(phrase(.none)) : targets(incidents)
        case .periodTechniques: return incidents.isEmpty ? .line(phrase(.none)) : techniques(incidents)
        case .periodAttackers: return incidents.isEmpty ? .line(phrase(.none)) : attackers(incidents)
        case .periodCoverage:
            guard let loss = period.loss else { return .lines([]) }
            return .lines([
                phrase(.frames(received: loss.received, lost: loss.lost)),
                phrase(.scans(scanned: loss.scanned, notScanned: loss.notScanned)),
            ])
        default: return .lines([])
        }
    }

    /// Address, service and times of each victim; a form of public addresses names the unit instead of others.
    private func targets(_ incidents: [Incident]) -> FieldValue {
        let groups = Self.groups(incidents) { [$0.victim] }
        return .table(
            columns: [.address, .service, .times, .count].map(phrase),
            rows: groups.map { address, incidents in
                let system = organisation.system(of: address)
                let described = [
                    system?.name, incidents.first?.unit?.name,
                    system?.services.joined(separator: ", "),
                ]
                let services = described.compactMap { $0 }.filter { !$0.isEmpty }
                let times = incidents.map { VietnamTime($0.firstAt).both }
                return [
                    admits(address) ? address.description : "",
                    services.map { PrintedText.foreign($0) }.joined(separator: "; "),
                    listed(times), Self.detections(incidents),
                ]
            })
    }

    /// Each technique with the rule that saw it, or the rule alone, with the incidents that prove it. The numbers are those of
    /// the incidents.
    private func techniques(_ incidents: [Incident]) -> FieldValue {
        let groups = Self.groups(incidents) { incident in
            incident.rules.flatMap { rule in
                let title =
                    language == .vietnamese && !rule.vietnameseSummary.isEmpty
                    ? rule.vietnameseSummary : rule.summary.isEmpty ? rule.name : rule.summary
                return rule.techniques.isEmpty ? [title] : rule.techniques.map { "\($0) \(title)" }
            }
        }
        return .table(
            columns: [.technique, .count, .evidence].map(phrase),
            rows: groups.map { technique, incidents in
                [
                    PrintedText.foreign(technique), Self.detections(incidents),
                    listed(incidents.map(\.id.description)),
                ]
            })
    }

    private func attackers(_ incidents: [Incident]) -> FieldValue {
        let groups = Self.groups(incidents) { $0.attacker.map { [$0] } ?? [] }
        return .table(
            columns: [.source, .targets, .count].map(phrase),
            rows: groups.map { address, incidents in
                let victims = incidents.map {
                    admits($0.victim) ? $0.victim.description : $0.unit?.name ?? ""
                }
                return [
                    admits(address) ? address.description : incidents.first?.attackerUnit?.name ?? "",
                    listed(Set(victims).filter { !$0.isEmpty }.sorted()), Self.detections(incidents),
                ]
            })
    }

    /// The first of some texts, and how many more there are.
    private func listed(_ texts: [String]) -> String {
        let most = 10
        let shown = texts.prefix(most).joined(separator: "; ")
        return texts.count > most ? "\(shown); \(phrase(.more(texts.count - most)))" : shown
    }

    private static func detections(_ incidents: [Incident]) -> String {
        String(incidents.reduce(UInt64(0)) { $0.addingReportingOverflow($1.detections).partialValue })
    }

    /// Incidents by something that each has none, one or several of, in the order of that.
    private static func groups<Key: Hashable & Comparable>(
        _ incidents: [Incident], by keys: (Incident) -> [Key]
    ) -> [(key: Key, value: [Incident])] {
        var groups: [Key: [Incident]] = [:]
        for incident in incidents {
            for key in Set(keys(incident)) { groups[key, default: []].append(incident) }
        }
        return groups.sorted { $0.key < $1.key }
    }
}
