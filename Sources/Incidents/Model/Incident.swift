import NetTypes

/// Detections that belong together, as people work on them: what happened to which unit, since when, how bad.
public struct Incident: Equatable, Sendable {
    /// What it is called.
    public var id: IncidentID
    /// Where the work on it stands.
    public var status = IncidentStatus.new
    /// 1 (act now) to 4 (note): that of its gravest rule, by how much the unit weighs.
    public var severity: Int
    /// What it is, in the words of its gravest rule.
    public var category: RuleCategory
    /// The rules that had a part in it, the gravest first, then by name.
    public var rules: [IncidentRule]
    /// ATT&CK techniques of those rules, each once, in order.
    public var techniques: [String] = []
    /// How far it has got.
    public var stage: AttackStage
    /// Who suffers it.
    public var victim: IPAddress
    /// Who does it; nil where only the victim is known.
    public var attacker: IPAddress?
    /// The victim's unit; nil where no directory knows it.
    public var unit: IncidentUnit?
    /// The attacker's unit, likewise: inside, he is a victim himself, as a rule.
    public var attackerUnit: IncidentUnit?
    /// Capture time of its first detection.
    public var firstAt: Timestamp
    /// Capture time of its last one so far.
    public var lastAt: Timestamp
    /// When it was detected, by the clock of the sensor: the moment that legal deadlines count from (T0).
    public var detectedAt: Timestamp
    /// All its detections, kept one by one or not.
    public var detections: UInt64 = 0
    /// Those that are kept one by one.
    public var detectionsKept: UInt64 = 0
    /// Who works on it; empty while nobody does.
    public var assignee = ""
    /// When somebody first took it; nil while nobody has.
    public var acknowledgedAt: Timestamp?
    /// When it was first resolved, or found to be none; nil before that.
    public var resolvedAt: Timestamp?
    /// When it was closed; nil before that.
    public var closedAt: Timestamp?
    /// The incident that it was merged into; nil when it stands by itself.
    public var mergedInto: IncidentID?

    /// An incident that begins with a detection, which is not counted yet.
    public init(
        id: IncidentID, severity: Int, category: RuleCategory, rules: [IncidentRule], stage: AttackStage,
        victim: IPAddress, attacker: IPAddress?, firstAt: Timestamp, detectedAt: Timestamp
    ) {
        self.id = id
        self.severity = severity
        self.category = category
        self.rules = rules
        self.stage = stage
        self.victim = victim
        self.attacker = attacker
        self.firstAt = firstAt
        lastAt = firstAt
        self.detectedAt = detectedAt
    }

    /// One line that says what it is, from its gravest rule: the description, or the rule's name.
    public func title(inVietnamese: Bool) -> String {
        guard let rule = rules.first else { return id.description }
        let text = inVietnamese && !rule.vietnameseSummary.isEmpty ? rule.vietnameseSummary : rule.summary
        return text.isEmpty ? rule.name : text
    }

    /// True when nothing of it may leave: a unit at either end keeps no payload.
    public var isSecret: Bool { unit?.isSecret == true || attackerUnit?.isSecret == true }
}
