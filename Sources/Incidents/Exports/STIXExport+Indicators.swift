import NetTypes

extension STIXExport {
    /// Something to look for, and where it was met.
    private struct Sought {
        var name: String
        var pattern: String
        var type = "stix"
        var techniques: [String] = []
        var places: [Int]
        var count: UInt64
    }

    /// Indicators of the attacker's address, of files, of names of hosts, and of rules whose source may be given; each with
    /// the sighting of it. `seen` has the observed data of each flow.
    func addIndicators(
        to bundle: inout STIXBundle, seen: [String], victim: String, _ patterns: [String: String]
    ) {
        var flowOf: [Int: Int] = [:]
        for (number, flow) in exported.flows.enumerated() {
            for place in flow.detections { flowOf[place] = number }
        }
        for sought in addressSought + objectsSought + rulesSought {
            let indicator = bundle.add(
                "indicator", named: "\(exported.incident.id)/\(sought.pattern)",
                [
                    "name": .text(sought.name.shortened()),
                    "description": .text("Met in incident \(exported.incident.id)."),
                    "indicator_types": ["malicious-activity"],
                    "pattern": .text(sought.pattern), "pattern_type": .text(sought.type),
                    "valid_from": STIXBundle.time(exported.incident.firstAt),
                ])
            for technique in sought.techniques {
                if let pattern = patterns[technique] { bundle.relate(indicator, "indicates", pattern) }
            }
            let times = sought.places.map { exported.detections[$0].timestamp }
            let flows = Set(sought.places.compactMap { flowOf[$0] }).sorted()
            bundle.add(
                "sighting", named: indicator,
                [
                    "first_seen": STIXBundle.time(times.min() ?? exported.incident.firstAt),
                    "last_seen": STIXBundle.time(times.max() ?? exported.incident.lastAt),
                    "count": .count(min(sought.count, UInt64(STIXBundle.countLimit))),
                    "sighting_of_ref": .text(indicator), "observed_data_refs": .texts(flows.map { seen[$0] }),
                    "where_sighted_refs": [.text(victim)],
                ])
        }
    }

    private var addressSought: [Sought] {
        guard let attacker = exported.sharedAttacker else { return [] }
        let type = attacker.isIPv6 ? "ipv6-addr" : "ipv4-addr"
        let places = exported.detections.indices.filter {
            let detection = exported.detections[$0]
            return detection.client.address == attacker || detection.server.address == attacker
        }
        return [
            Sought(
                name: "\(attacker)", pattern: "[\(type):value = '\(attacker)']", places: places,
                count: UInt64(places.count))
        ]
    }

    /// Digests and names of hosts hold only letters, digits, dots, hyphens and low lines, so that nothing in them ends
    /// the pattern.
    private var objectsSought: [Sought] {
        var sought: [Sought] = []
        var known: [String: Int] = [:]
        for (place, detection) in exported.detections.enumerated() {
            let digest = exported.file(of: detection)?.sha256.map {
                ($0, "[file:hashes.'SHA-256' = '\($0)']")
            }
            let host = exported.excerpts[place].hostName.map { ($0, "[domain-name:value = '\($0)']") }
            for (name, pattern) in [digest, host].compactMap({ $0 }) {
                if let at = known[pattern] {
                    sought[at].places.append(place)
                    sought[at].count += 1
                    continue
                }
                known[pattern] = sought.count
                sought.append(Sought(name: name, pattern: pattern, places: [place], count: 1))
            }
        }
        return sought
    }

    private var rulesSought: [Sought] {
        exported.incident.rules.compactMap { rule in
            guard let text = exported.options.ruleTexts[rule.name], !text.isEmpty,
                text.utf8.count <= ExportLimits.ruleText
            else { return nil }
            return Sought(
                name: rule.summary.isEmpty ? rule.name : rule.summary, pattern: text, type: "yara",
                techniques: rule.techniques,
                places: exported.detections.indices.filter { exported.detections[$0].rule == rule.name },
                count: rule.detections)
        }
    }
}
