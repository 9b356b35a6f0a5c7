import NetTypes

extension ExportCase {
    /// One line of English that says what the incident is.
    var title: String { incident.title(inVietnamese: false).shortened() }

    /// When something about it changed last, as far as is known; never before it was detected.
    var changedAt: Timestamp {
        [
            incident.lastAt, incident.acknowledgedAt, incident.resolvedAt, incident.closedAt,
            incident.detectedAt,
        ].compactMap { $0 }.max() ?? incident.detectedAt
    }

    /// What is not in the export, in English; nil when everything is. Of what is withheld nothing is said.
    var remark: String? {
        guard incident.detections > UInt64(detections.count) else { return nil }
        return "\(detections.count) of \(incident.detections) detections are in this export."
    }

    /// The rule of a detection, as the incident knows it.
    func rule(of detection: IncidentDetection) -> IncidentRule? {
        incident.rules.first { $0.name == detection.rule }
    }

    /// ATT&CK techniques of the incident, without what is no identifier of one.
    var techniques: [String] {
        incident.techniques.filter { AttackTechnique($0) != nil }
    }

    /// Whether the bytes that matched may be given for a detection: they were asked for, and both ends keep them.
    func givesPayload(of detection: IncidentDetection) -> Bool {
        let keep = PayloadPolicy.keep
        guard options.includesPayload,
            [incident.unit, incident.attackerUnit].allSatisfy({
                $0?.payload ?? keep.rawValue == keep.rawValue
            })
        else { return false }
        return [detection.client, detection.server].allSatisfy {
            options.networks.unit(of: $0.address, at: detection.timestamp)?.payload ?? keep == keep
        }
    }

    /// The attacker's address when it means something to others: not of a unit of ours, and not of a range that
    /// everybody has.
    var sharedAttacker: IPAddress? {
        guard let attacker = incident.attacker, incident.attackerUnit == nil, !attacker.isLocal else {
            return nil
        }
        return attacker
    }

    /// The digest and name of the object of a detection; nil for raw bytes of a flow, which nobody else meets again.
    func file(of detection: IncidentDetection) -> (sha256: String?, name: String?)? {
        let object = detection.object
        guard !object.kind.isRaw else { return nil }
        let digest = object.sha256.flatMap { $0.count == 32 ? $0.hexadecimal : nil }
        let name = object.name.isEmpty ? nil : object.name.shortened()
        return digest == nil && name == nil ? nil : (digest, name)
    }
}

extension IPAddress {
    /// True for an address that means another host to everybody else: private, shared, loopback, link-local, multicast
    /// and unspecified ones (RFC 6890, RFC 4193).
    var isLocal: Bool { Self.localNetworks.contains { $0.contains(self) } }

    private static let localNetworks = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.168.0.0/16", "224.0.0.0/3", "::/127", "fc00::/7", "fe80::/10", "ff00::/8",
    ].compactMap { IPNetwork($0) }
}
