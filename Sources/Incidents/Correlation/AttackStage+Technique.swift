import NetTypes

extension AttackStage {
    /// The stage that a detection of a rule stands for: by its techniques, the furthest counts; where none of them is
    /// known, by its category.
    init(_ profile: RuleProfile) {
        let stages = profile.techniques.compactMap { Self.byTechnique[String($0.identifier.prefix(5))] }
        self = stages.max() ?? profile.category.map(Self.byCategory) ?? .none
        // What is merely not allowed is no step of an attack, whatever technique it could be used for.
        if profile.category == .policy || profile.category == .other { self = .none }
    }

    /// The stage that a technique stands for, its sub-techniques likewise; nil where this program knows none.
    public init?(_ technique: AttackTechnique) {
        guard let stage = Self.byTechnique[String(technique.identifier.prefix(5))] else { return nil }
        self = stage
    }

    private static func byCategory(_ category: RuleCategory) -> AttackStage {
        switch category {
        case .malware, .intrusion, .phishing: .delivery
        case .recon: .reconnaissance
        case .dos, .leak, .deface: .impact
        case .policy, .other: .none
        }
    }

    /// Techniques of ATT&CK (Enterprise) that can be seen in traffic, by the step that they are for who sees them there:
    /// a tool that is transferred (T1105) has been delivered, a web shell (T1505) that answers runs.
    private static let byTechnique: [String: AttackStage] = [
        "T1595": .reconnaissance, "T1592": .reconnaissance, "T1590": .reconnaissance,
        "T1046": .reconnaissance,
        "T1018": .reconnaissance, "T1135": .reconnaissance, "T1016": .reconnaissance,
        "T1190": .delivery, "T1566": .delivery, "T1189": .delivery, "T1133": .delivery, "T1078": .delivery,
        "T1105": .delivery, "T1110": .delivery, "T1210": .delivery, "T1027": .delivery, "T1036": .delivery,
        "T1204": .delivery, "T1203": .delivery,
        "T1059": .execution, "T1505": .execution, "T1053": .execution, "T1543": .execution,
        "T1569": .execution,
        "T1047": .execution, "T1003": .execution, "T1021": .execution, "T1620": .execution,
        "T1555": .execution,
        "T1558": .execution, "T1552": .execution,
        "T1071": .commandAndControl, "T1572": .commandAndControl, "T1090": .commandAndControl,
        "T1219": .commandAndControl, "T1095": .commandAndControl, "T1573": .commandAndControl,
        "T1568": .commandAndControl, "T1102": .commandAndControl, "T1132": .commandAndControl,
        "T1041": .impact, "T1048": .impact, "T1567": .impact, "T1020": .impact, "T1486": .impact,
        "T1490": .impact, "T1485": .impact, "T1491": .impact, "T1496": .impact, "T1498": .impact,
        "T1499": .impact, "T1565": .impact,
    ]
}
