import NetTypes

/// An incident as a bundle of STIX 2.1 (OASIS Standard, 10 June 2021): who says it, what was seen (observed data and the
/// objects in it), what to look for (indicators), that it was met (sightings), how (attack patterns), and a report that
/// holds all of them together. Everything is marked by an object of TLP 2.0, which is in the bundle.
struct STIXExport {
    let exported: ExportCase

    /// An export of what may leave.
    init(_ exported: ExportCase) {
        self.exported = exported
    }

    /// The document, without a newline at its end.
    var document: String {
        var bundle = STIXBundle(exported)
        let victim = addIdentities(to: &bundle)
        let patterns = addTechniques(to: &bundle, against: victim)
        let seen = exported.flows.map { addFlow($0, to: &bundle) }
        addIndicators(to: &bundle, seen: seen, victim: victim, patterns)
        addReport(to: &bundle)
        return bundle.document
    }

    /// Who exports, and the victim's unit; the identifier of the unit, or of who exports where none is known.
    private func addIdentities(to bundle: inout STIXBundle) -> String {
        let own = bundle.add(
            "identity", named: exported.options.organisation, since: STIXBundle.epoch,
            [
                "name": .text(exported.options.organisation.shortened()),
                "identity_class": "organization",
            ])
        guard let unit = exported.incident.unit else { return own }
        return bundle.add(
            "identity", named: unit.id, since: STIXBundle.epoch,
            [
                "name": .foreign(unit.name) ?? .text(unit.id.shortened()), "identity_class": "organization",
                "roles": ["victim"],
            ])
    }

    /// One for each technique; its name is not known here, only its number.
    private func addTechniques(to bundle: inout STIXBundle, against victim: String) -> [String: String] {
        var patterns: [String: String] = [:]
        for technique in exported.techniques {
            let pattern = bundle.add(
                "attack-pattern", named: technique, since: STIXBundle.epoch,
                [
                    "name": .text(technique),
                    "external_references": [
                        .object(["source_name": "mitre-attack", "external_id": .text(technique)])
                    ],
                ])
            patterns[technique] = pattern
            if exported.incident.unit != nil { bundle.relate(pattern, "targets", victim) }
        }
        return patterns
    }

    /// The observed data of a flow, with the objects that were seen in it.
    private func addFlow(_ flow: ExportedFlow, to bundle: inout STIXBundle) -> String {
        var objects = [
            bundle.observe(flow.client.address), bundle.observe(flow.server.address),
        ]
        objects.append(bundle.observe(flow, from: objects[0], to: objects[1]))
        for place in flow.detections {
            if let file = exported.file(of: exported.detections[place]) {
                objects.append(bundle.observe(file, size: exported.detections[place].object.size))
            }
            if let name = exported.excerpts[place].hostName {
                objects.append(
                    bundle.observe("domain-name", of: ["value": .text(name)], with: [:]))
            }
        }
        var known: Set<String> = []
        let first = flow.detections.first ?? 0
        return bundle.add(
            "observed-data", named: "\(exported.incident.id)/\(flow.id)/\(first)",
            [
                "first_observed": STIXBundle.time(flow.firstAt),
                "last_observed": STIXBundle.time(flow.lastAt),
                "number_observed": .count(min(flow.detections.count, STIXBundle.countLimit)),
                "object_refs": .texts(objects.filter { known.insert($0).inserted }),
            ])
    }

    private func addReport(to bundle: inout STIXBundle) {
        let incident = exported.incident
        let detected =
            "Severity \(incident.severity), \(incident.category.rawValue), stage \(incident.stage.word), "
            + "\(incident.detections) detections; detected at \(incident.detectedAt)."
        bundle.add(
            "report", named: incident.id.description,
            [
                "name": .text("\(incident.id): \(exported.title)".shortened()),
                "description": .text([detected, exported.remark].compactMap { $0 }.joined(separator: " ")),
                "report_types": ["observed-data"], "published": STIXBundle.time(incident.detectedAt),
                "labels": [.text(incident.category.rawValue), .text(incident.status.rawValue)],
                "external_references": [
                    .object(["source_name": "haidang", "external_id": .text(incident.id.description)])
                ],
                "object_refs": .texts(bundle.identifiers),
            ])
    }
}
