import NetTypes

/// What the sensor made of an action.
public struct ActionMatch: Equatable, Sendable {
    /// The action.
    public var entry: LogbookEntry
    /// Alerts between its hosts, in its time and the time that was waited after it.
    public var alerts: UInt64 = 0
    /// Detections of the same kind that a suppression kept from being alerts: the sensor knew, and nobody was told.
    public var suppressed: UInt64 = 0
    /// The first of the alerts; nil without any.
    public var firstAlert: Timestamp?
    /// The rules of the alerts, in the order in which they came, at most `mostNames`.
    public var rules: [String] = []
    /// Other rules than those.
    public var moreRules = false
    /// The categories of the alerts.
    public var categories: [String] = []
    /// The techniques that the rules name.
    public var techniques: [AttackTechnique] = []
    /// Whether they name the technique of the action.
    public var agreement = TechniqueAgreement.unknown
    /// Identifiers of the incidents that cover it, at most `mostNames`, and their states beside them.
    public var incidents: [Incident] = []
    /// The flows between its hosts.
    public var proof = EffectProof()
    /// What they prove.
    public var verdict = EffectVerdict.noTraffic

    /// The most rules, categories, techniques and incidents of an action.
    public static let mostNames = 32

    /// An incident that covers an action.
    public struct Incident: Equatable, Sendable {
        /// Its identifier.
        public var id: String
        /// Its state, as its last event says.
        public var state: String
    }

    /// Nothing yet.
    init(_ entry: LogbookEntry) {
        self.entry = entry
    }

    /// True when the sensor alerted.
    public var isDetected: Bool { alerts > 0 }

    /// Nanoseconds from the start of the action to the first alert, by the times of the packets; nil when it was not
    /// detected.
    public var timeToDetect: Int64? { firstAlert.map { max(0, $0.nanoseconds(since: entry.action.start)) } }

    /// True when it is claimed that the action succeeded and all of it was blocked, or that it failed and flows were
    /// answered to the end. The latter alone does not make the claim wrong: what came through may still have failed.
    public var contradictsClaim: Bool {
        entry.action.result == .succeeded && verdict == .blocked
    }
}
