extension Incident {
    /// Takes another incident in: what is graver, earlier or later of both, and the rules of both.
    mutating func absorb(_ other: Incident, rulesKept: Int) {
        severity = min(severity, other.severity)
        stage = max(stage, other.stage)
        firstAt = min(firstAt, other.firstAt)
        lastAt = max(lastAt, other.lastAt)
        detectedAt = min(detectedAt, other.detectedAt)
        detections += other.detections
        detectionsKept += other.detectionsKept
        unit = unit ?? other.unit
        attacker = attacker ?? other.attacker
        attackerUnit = attackerUnit ?? other.attackerUnit
        techniques = Set(techniques + other.techniques).sorted()
        for rule in other.rules {
            if let place = rules.firstIndex(where: { $0.signatureID == rule.signatureID }) {
                rules[place].detections += rule.detections
            } else if rules.count < rulesKept {
                rules.append(rule)
            }
        }
        rules.sort { ($0.severity, $0.name) < ($1.severity, $1.name) }
    }
}
