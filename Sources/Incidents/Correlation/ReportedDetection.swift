import NetTypes

/// A detection with all that correlation and the store want to know of it, made once.
public struct ReportedDetection: Sendable {
    /// What the store keeps of it.
    public let detection: IncidentDetection
    /// What the rule says of itself.
    let rule: IncidentRule
    /// Its category.
    let category: RuleCategory
    /// The step that it stands for.
    let stage: AttackStage
    /// Who suffers it, and who does it.
    let roles: AttackRoles
    /// Its severity, where that unit suffers it.
    let severity: Int
    /// True when a network at either end keeps no payload.
    let isSecret: Bool
    /// What groups it with others: the family of its rule, victim and attacker.
    let key: String

    /// A detection that is an alert. `event` is its line of the event log, `source` the savefile or interface.
    public init(_ detection: Detection, event: String, source: String) {
        let profile = RuleProfile(detection.rule)
        let stage = AttackStage(profile)
        let roles = AttackRoles(detection, profile, stage)
        self.stage = stage
        self.roles = roles
        category = profile.category ?? .other
        isSecret = detection.flow.payload == .none
        severity = Self.severity(detection.rule.severity, of: roles.victimUnit)
        let name = detection.rule.namespace + "/" + detection.rule.name
        let family = detection.rule.text("family") ?? detection.rule.namespace
        key = "\(family)|\(roles.victim)|\(roles.attacker.map(\.description) ?? "-")"
        self.detection = IncidentDetection(
            number: DetectionNumber.of(detection), timestamp: detection.timestamp, rule: name,
            signatureID: detection.rule.signatureID, severity: detection.rule.severity,
            ruleSetSHA256: detection.rule.ruleSetSHA256, direction: detection.direction,
            flowID: detection.flow.id.rawValue, client: detection.flow.client,
            server: detection.flow.server,
            transport: detection.flow.transport, communityID: detection.flow.communityID,
            object: detection.object, firstFrame: detection.firstFrame, lastFrame: detection.lastFrame,
            source: source, event: event)
        rule = IncidentRule(
            name: name, signatureID: detection.rule.signatureID, identifier: profile.identifier ?? "",
            severity: detection.rule.severity, summary: profile.description ?? "",
            vietnameseSummary: profile.vietnamese ?? "", category: (profile.category ?? .other).rawValue,
            techniques: profile.techniques.map(\.identifier), ruleSetSHA256: detection.rule.ruleSetSHA256,
            detections: 0)
    }

    /// A rule's severity where a unit suffers what it finds: one step graver where its level or importance is 4 or 5,
    /// one milder where both are 1. Never beyond 1 and 4.
    static func severity(_ rule: Int, of unit: NetworkUnit?) -> Int {
        guard let unit else { return min(max(rule, 1), 4) }
        let weight = max(unit.level, unit.importance)
        let step = weight >= 4 ? -1 : (weight <= 1 ? 1 : 0)
        return min(max(rule + step, 1), 4)
    }
}
