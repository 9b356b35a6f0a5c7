import NetTypes

extension OCSFExport {
    /// `analytic`, type 1 (rule).
    func analytic(_ name: String, _ rule: IncidentRule?) -> ExportValue {
        .object([
            "type_id": 1, "type": "Rule", "name": .foreign(name) ?? "unknown",
            "uid": rule.map { rule in
                ExportValue.foreign(rule.identifier) ?? .text(String(rule.signatureID))
            },
            "category": rule.flatMap { ExportValue.foreign($0.category) },
            "version": rule.flatMap { ExportValue.foreign($0.ruleSetSHA256) },
        ])
    }

    /// `attacks`: techniques of ATT&CK, a sub-technique beside the technique that it belongs to; nil for none.
    func attacks(_ techniques: [String]) -> ExportValue? {
        let attacks: [ExportValue] = techniques.filter { AttackTechnique($0) != nil }.map { identifier in
            let technique = identifier.prefix(5)
            return .object([
                "technique": .object(["uid": .text(String(technique))]),
                "sub_technique": technique.count < identifier.count
                    ? .object(["uid": .text(identifier)]) : nil,
            ])
        }
        return attacks.isEmpty ? nil : .list(attacks)
    }

    /// `network_endpoint`.
    func endpoint(_ end: Endpoint, _ transport: TransportProtocol) -> ExportValue {
        .object([
            "ip": .text(end.address.description),
            "port": transport.hasPorts ? .count(end.port) : nil,
        ])
    }

    /// `network_connection_info`.
    func connection(_ flow: ExportedFlow) -> ExportValue {
        .object([
            "direction_id": .count(direction(flow)), "uid": .text(String(flow.id)),
            "protocol_num": .count(flow.transport.rawValue),
            "protocol_name": .text(flow.transport.description.lowercased()),
            "protocol_ver_id": flow.client.address.isIPv6 ? 6 : 4,
            "community_uid": .foreign(flow.communityID),
        ])
    }

    /// `evidences`: the connection, its ends, and the file that was met. The sender of the match is the source.
    func evidence(_ place: Int) -> ExportValue {
        let detection = exported.detections[place]
        let isToServer = detection.direction == .toServer
        let flow = ExportedFlow(
            id: detection.flowID, client: detection.client, server: detection.server,
            transport: detection.transport, communityID: detection.communityID, application: nil,
            firstAt: detection.timestamp, lastAt: detection.timestamp, detections: [place])
        return .object([
            "src_endpoint": endpoint(isToServer ? flow.client : flow.server, flow.transport),
            "dst_endpoint": endpoint(isToServer ? flow.server : flow.client, flow.transport),
            "connection_info": connection(flow), "file": file(detection),
            "data": data(place),
        ])
    }

    /// `file`, type 1 (regular file). The schema wants a name: its digest stands for one that the traffic does not give.
    private func file(_ detection: IncidentDetection) -> ExportValue? {
        guard let file = exported.file(of: detection), let name = file.name ?? file.sha256 else { return nil }
        return .object([
            "name": .text(name), "type_id": 1, "size": .count(detection.object.size),
            "hashes": file.sha256.map { digest in
                [.object(["algorithm_id": 3, "algorithm": "SHA-256", "value": .text(digest)])]
            },
        ])
    }

    /// The strings that matched; their bytes where they may be given, else nothing is said of them.
    private func data(_ place: Int) -> ExportValue? {
        guard exported.givesPayload(of: exported.detections[place]),
            let strings = exported.excerpts[place].yara?.strings, !strings.isEmpty
        else { return nil }
        return .object([
            "strings": .list(
                strings.prefix(ExportLimits.strings).map { match in
                    .object([
                        "id": .foreign(match.id), "offset": .count(match.offset),
                        "length": .count(match.length),
                        "hex": match.hex.flatMap { ExportValue.foreign($0) },
                        "sha256": match.sha256.map { .text($0) },
                    ])
                })
        ])
    }

    /// What the schema has no place for: the indicator that was met; nil for a rule.
    func unmapped(_ place: Int) -> ExportValue? {
        exported.excerpts[place].indicator.map { indicator in
            .object([
                "indicator": .object([
                    "type": .foreign(indicator.type), "value": .foreign(indicator.value),
                    "list": .foreign(indicator.list), "seen": .foreign(indicator.seen),
                ])
            ])
        }
    }

    /// `resources`: the victim, role 3 (affected).
    var resources: ExportValue {
        let incident = exported.incident
        let address = incident.victim.description
        return [
            .object([
                "name": incident.unit.flatMap { ExportValue.foreign($0.name) } ?? .text(address),
                "uid": incident.unit.flatMap { ExportValue.foreign($0.id) },
                "ip": .text(address), "role_id": 3, "type": "host",
            ])
        ]
    }

    /// `observables`: addresses (type 2), the name of a host (1), a digest (8) and the name of a file (7), by the place
    /// that they have in the event.
    func observables(_ place: Int) -> ExportValue {
        let detection = exported.detections[place]
        let isToServer = detection.direction == .toServer
        let source = isToServer ? detection.client : detection.server
        let destination = isToServer ? detection.server : detection.client
        let file = exported.file(of: detection)
        let found: [(String, Int64, String?)] = [
            ("evidences[0].src_endpoint.ip", 2, source.address.description),
            ("evidences[0].dst_endpoint.ip", 2, destination.address.description),
            ("unmapped.indicator.seen", 1, exported.excerpts[place].hostName),
            ("evidences[0].file.name", 7, file?.name),
            ("evidences[0].file.hashes[0].value", 8, file?.sha256),
        ]
        return .list(
            found.compactMap { name, type, value in
                value.map {
                    .object(["name": .text(name), "type_id": .number(type), "value": .text($0)])
                }
            })
    }
}
