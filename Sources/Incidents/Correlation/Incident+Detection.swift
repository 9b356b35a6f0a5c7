import NetTypes

extension Incident {
    /// The incident that begins with a detection, which is then to be added.
    init(opening id: IncidentID, with report: ReportedDetection, detectedAt: Timestamp) {
        self.init(
            id: id, severity: report.severity, category: report.category, rules: [], stage: report.stage,
            victim: report.roles.victim, attacker: report.roles.attacker,
            firstAt: report.detection.timestamp,
            detectedAt: detectedAt)
    }

    /// Takes a detection in. An incident that was over is open again; one that was none stays none.
    mutating func add(_ report: ReportedDetection, rulesKept: Int) {
        let time = report.detection.timestamp
        detections += 1
        firstAt = min(firstAt, time)
        lastAt = max(lastAt, time)
        severity = min(severity, report.severity)
        stage = max(stage, report.stage)
        attacker = attacker ?? report.roles.attacker
        unit = unit ?? report.roles.victimUnit.map { IncidentUnit($0) }
        attackerUnit = attackerUnit ?? report.roles.attackerUnit.map { IncidentUnit($0) }
        addRule(report.rule, rulesKept)
        category = rules.first.flatMap { RuleCategory(rawValue: $0.category) } ?? category
        switch status {
        case .resolved, .closed:
            status = assignee.isEmpty ? .new : .inProgress
            closedAt = nil
        case .new, .acknowledged, .inProgress, .falsePositive: break
        }
    }

    private mutating func addRule(_ rule: IncidentRule, _ most: Int) {
        if let place = rules.firstIndex(where: { $0.signatureID == rule.signatureID }) {
            rules[place].detections += 1
            rules[place].ruleSetSHA256 = rule.ruleSetSHA256
            return
        }
        for technique in rule.techniques where !techniques.contains(technique) {
            techniques.append(technique)
            techniques.sort()
        }
        guard rules.count < most else { return }
        var rule = rule
        rule.detections = 1
        rules.append(rule)
        rules.sort { ($0.severity, $0.name) < ($1.severity, $1.name) }
    }
}
