import NetTypes

/// An action while event logs are read: its hosts, its time, and what was found of it so far.
struct ActionTrace {
    /// Flows of alerts that are kept, to find incidents by; beyond, incidents are found by their hosts alone.
    static let mostFlows = 1024

    private(set) var match: ActionMatch
    /// From its start until what is waited after its end.
    let window: ClosedRange<Timestamp>
    private let sources: [IPNetwork]
    private let targets: [IPNetwork]
    private let port: UInt16?
    private var flows: Set<Int64> = []

    /// A trace of an action, and `within` nanoseconds that are waited for alerts after it.
    init(_ entry: LogbookEntry, within: Int64) {
        match = ActionMatch(entry)
        let action = entry.action
        let end = max(action.start, action.end ?? action.start)
        window = action.start...end.advanced(by: max(0, within))
        sources = action.sources.compactMap { IPNetwork($0) }
        targets = action.targets.compactMap { IPNetwork($0) }
        port = action.port
    }

    /// True for two ends of which one is a source and the other a target with the port, whichever way round.
    func joins(_ one: Endpoint, _ other: Endpoint) -> Bool {
        isSource(one.address) && isTarget(other) || isTarget(one) && isSource(other.address)
    }

    private func isSource(_ address: IPAddress) -> Bool { sources.contains { $0.contains(address) } }

    private func isTarget(_ end: Endpoint) -> Bool {
        (port == nil || port == end.port) && targets.contains { $0.contains(end.address) }
    }

    /// Takes an alert that is its own; false for another one.
    mutating func take(_ alert: SeenAlert, isSuppressed: Bool) -> Bool {
        guard let time = alert.time, window.contains(time), let source = alert.source,
            let destination = alert.destination, joins(source, destination)
        else { return false }
        if isSuppressed {
            match.suppressed += 1
            return true
        }
        match.alerts += 1
        match.firstAlert = min(match.firstAlert ?? time, time)
        if !match.rules.contains(alert.rule) {
            if match.rules.count < ActionMatch.mostNames {
                match.rules.append(alert.rule)
            } else {
                match.moreRules = true
            }
        }
        Self.add(alert.category, to: &match.categories)
        for technique in alert.techniques { Self.add(technique, to: &match.techniques) }
        if let flow = alert.flow, flows.count < Self.mostFlows { flows.insert(flow) }
        return true
    }

    private static func add<Name: Equatable>(_ name: Name, to names: inout [Name]) {
        if !names.contains(name), names.count < ActionMatch.mostNames { names.append(name) }
    }

    /// Takes a flow, when it is between its hosts.
    mutating func take(_ flow: SeenFlow) {
        if joins(flow.client, flow.server) { match.proof.take(flow, window: window) }
    }

    /// True for an incident that has a flow of one of its alerts, or is about its hosts and its time.
    private func isCovered(by incident: SeenIncident) -> Bool {
        if incident.flows.contains(where: flows.contains) { return true }
        guard match.isDetected, let attacker = incident.attacker, let victim = incident.victim else {
            return false
        }
        return incident.first <= window.upperBound && incident.last >= window.lowerBound
            && (isSource(attacker) && targets.contains { $0.contains(victim) }
                || targets.contains { $0.contains(attacker) } && isSource(victim))
    }

    /// What was found in the end.
    func finished(_ incidents: [SeenIncident]) -> ActionMatch {
        var match = match
        match.incidents = incidents.filter(isCovered).prefix(ActionMatch.mostNames).map {
            ActionMatch.Incident(id: $0.id, state: $0.state)
        }
        match.categories.removeAll(where: \.isEmpty)
        match.agreement = TechniqueAgreement(match.entry.action.technique, found: match.techniques)
        match.verdict = match.proof.verdict(alerted: match.alerts + match.suppressed > 0)
        return match
    }
}
