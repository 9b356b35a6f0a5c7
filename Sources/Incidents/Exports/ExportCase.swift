import NetTypes

/// An incident and its detections, as far as they may leave: the one thing that exporters take, so that none of them can
/// forget to ask. What is from a network that is marked secret is not in it.
public struct ExportCase: Sendable {
    /// The incident; without the part that secret detections had in it.
    public let incident: Incident
    /// The detections that are exported, by time, then by number; at most `ExportLimits.detections`.
    public let detections: [IncidentDetection]
    /// Those that are not since one end is a network that is marked secret, or since their event cannot be read, so
    /// that nobody can say.
    public let withheld: Int
    /// Those that were given and are not here since there are too many.
    public let leftOut: Int
    /// What the one who exports decided.
    public let options: ExportOptions
    /// What is read of the event of each detection.
    let excerpts: [EventExcerpt]
    /// The flows of the detections, in the order in which they are met.
    let flows: [ExportedFlow]

    /// What may leave of an incident and those of its detections that the store kept.
    public init(
        _ incident: Incident, _ detections: [IncidentDetection], _ options: ExportOptions = ExportOptions()
    ) throws(ExportError) {
        if let unit = Self.secretUnit(of: incident, options.networks) { throw .secret(unit: unit) }
        var kept: [IncidentDetection] = []
        var excerpts: [EventExcerpt] = []
        var secret: [IncidentDetection] = []
        var leftOut = 0
        let units = Set(options.networks.units.filter { $0.payload == .none }.map(\.id))
        for detection in detections.sorted(by: { ($0.timestamp, $0.number) < ($1.timestamp, $1.number) }) {
            let excerpt = detection.event.isEmpty ? EventExcerpt() : EventExcerpt(line: detection.event)
            guard let excerpt, !Self.isSecret(detection, excerpt, units, options.networks) else {
                secret.append(detection)
                continue
            }
            if kept.count == ExportLimits.detections {
                leftOut += 1
                continue
            }
            kept.append(detection)
            excerpts.append(excerpt)
        }
        if kept.isEmpty, !secret.isEmpty { throw .nothingMayLeave }
        self.incident = Self.incident(incident, without: secret, keeping: kept)
        self.detections = kept
        self.excerpts = excerpts
        withheld = secret.count
        self.leftOut = leftOut
        self.options = options
        flows = ExportedFlow.of(kept, excerpts)
    }

    /// The incident in one of the formats: one document, or one object a line; it ends in a newline. The same incident
    /// and options give the same bytes.
    public func text(_ format: ExportFormat) -> String {
        let lines =
            switch format {
            case .eve: EVEExport(self).lines
            case .ocsf: OCSFExport(self).lines
            case .misp: [MISPExport(self).document]
            case .stix: [STIXExport(self).document]
            }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func secretUnit(of incident: Incident, _ networks: NetworkDirectory) -> String? {
        if let unit = incident.unit, unit.isSecret { return unit.id }
        if let unit = incident.attackerUnit, unit.isSecret { return unit.id }
        return [incident.victim, incident.attacker].compactMap { $0 }
            .compactMap { networks.unit(of: $0, at: incident.lastAt) }.first { $0.payload == .none }?.id
    }

    private static func isSecret(
        _ detection: IncidentDetection, _ excerpt: EventExcerpt, _ units: Set<String>,
        _ networks: NetworkDirectory
    ) -> Bool {
        if excerpt.isWithheld { return true }
        if [excerpt.sourceUnit, excerpt.destinationUnit].contains(where: { $0.map(units.contains) == true }) {
            return true
        }
        return [detection.client, detection.server].contains {
            networks.unit(of: $0.address, at: detection.timestamp)?.payload == PayloadPolicy.none
        }
    }

    /// The incident as if the secret detections had never been: their rules, times and numbers tell of them too.
    private static func incident(
        _ incident: Incident, without secret: [IncidentDetection], keeping kept: [IncidentDetection]
    ) -> Incident {
        var incident = incident
        if !secret.isEmpty {
            let rules = Set(kept.map(\.rule))
            incident.rules.removeAll { !rules.contains($0.name) }
            for place in incident.rules.indices {
                let hidden = secret.count { $0.rule == incident.rules[place].name }
                incident.rules[place].detections -= min(
                    incident.rules[place].detections, UInt64(hidden))
            }
            let techniques = Set(incident.rules.flatMap(\.techniques))
            incident.techniques.removeAll { !techniques.contains($0) }
            incident.detections -= min(incident.detections, UInt64(secret.count))
            incident.detectionsKept -= min(incident.detectionsKept, UInt64(secret.count))
            incident.firstAt = kept.first?.timestamp ?? incident.firstAt
            incident.lastAt = kept.last?.timestamp ?? incident.lastAt
        }
        incident.rules = Array(incident.rules.prefix(ExportLimits.rules))
        incident.techniques = Array(incident.techniques.prefix(ExportLimits.rules))
        return incident
    }
}
