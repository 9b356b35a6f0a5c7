/// A rule that had a part in an incident.
public struct IncidentRule: Equatable, Sendable, Codable {
    /// Namespace and name, as in `webshell/php/PHP_Request_Evaluated`.
    public var name: String
    /// The integer that stands for it in events.
    public var signatureID: UInt32
    /// Its own identifier, as its metadata has it; empty without one.
    public var identifier: String
    /// 1 (act now) to 4 (note).
    public var severity: Int
    /// One line of English; empty without one.
    public var summary: String
    /// The same in Vietnamese; empty without one.
    public var vietnameseSummary: String
    /// What it finds, in the nine words of this project.
    public var category: String
    /// ATT&CK techniques.
    public var techniques: [String]
    /// Hexadecimal SHA-256 of the rule set that it was last met in.
    public var ruleSetSHA256: String
    /// Its detections in the incident.
    public var detections: UInt64

    /// A rule from its parts.
    public init(
        name: String, signatureID: UInt32, identifier: String, severity: Int, summary: String,
        vietnameseSummary: String, category: String, techniques: [String], ruleSetSHA256: String,
        detections: UInt64
    ) {
        self.name = name
        self.signatureID = signatureID
        self.identifier = identifier
        self.severity = severity
        self.summary = summary
        self.vietnameseSummary = vietnameseSummary
        self.category = category
        self.techniques = techniques
        self.ruleSetSHA256 = ruleSetSHA256
        self.detections = detections
    }
}
