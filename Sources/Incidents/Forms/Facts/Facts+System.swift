import NetTypes

extension Facts {
    /// What a source says about the affected system.
    func systemValue(_ source: FieldSource) -> FieldValue {
        switch source {
        case .systemName: .line(system?.name ?? "")
        case .systemIdentity: systemIdentity
        case .systemLevel: .ticked(systemLevel.map { [String($0)] } ?? [])
        case .systemDomains: .line(system?.domains.joined(separator: ", ") ?? "")
        case .systemAddresses: .line(systemAddresses.joined(separator: ", "))
        case .systemOS: .line(system?.os ?? "")
        case .systemServices: .ticked(system?.services ?? [])
        case .systemMeasures: .ticked(system?.measures ?? [])
        case .systemPurpose: .line(system?.purpose ?? "")
        case .systemSecurityProvider: .line(system?.securityProvider ?? "")
        case .systemConnectionProvider: .line(system?.connectionProvider ?? "")
        default: incidentValue(source)
        }
    }

    /// The level of the affected system, or what the directory of networks says of its unit; nil where neither knows.
    var systemLevel: Int? { system?.level ?? incident?.incident.unit?.level }

    /// The name of the system with its domains and addresses.
    private var systemIdentity: FieldValue {
        guard let system else { return .lines([]) }
        var lines = [system.name]
        if !system.domains.isEmpty { lines.append(phrase(.domains(system.domains.joined(separator: ", ")))) }
        let addresses = systemAddresses
        if !addresses.isEmpty { lines.append(phrase(.addresses(addresses.joined(separator: ", ")))) }
        return .lines(lines)
    }

    /// The addresses of the system, and that of the victim, as far as the form takes them; each once.
    var systemAddresses: [String] {
        var texts = (system?.networks ?? []).filter { admits($0.address) }.map(Self.text)
        if let victim = incident?.incident.victim, admits(victim), !texts.contains(victim.description) {
            texts.append(victim.description)
        }
        return texts
    }

    /// Addresses that belong to the system and that the form does not take.
    var addressesLeftOut: Int {
        guard form.fields.contains(where: { $0.source == .systemAddresses || $0.source == .systemIdentity })
        else { return 0 }
        let networks = Set((system?.networks ?? []).filter { !admits($0.address) }.map(Self.text))
        let victim = incident.map(\.incident.victim).flatMap { admits($0) ? nil : $0.description }
        return networks.union(victim.map { [$0] } ?? []).count
    }

    private static func text(_ network: IPNetwork) -> String {
        let isSingle = network.prefixLength == (network.address.isIPv6 ? 128 : 32)
        return isSingle ? network.address.description : "\(network.address)/\(network.prefixLength)"
    }
}
