/// One rule held against one capture.
public struct RuleTestRow: Equatable, Sendable {
    /// The rule, with its namespace: `webshell/command:WebShell_Command_Output`.
    public let rule: String
    /// The capture, as a path below the folder of captures; empty when the rule names none.
    public let capture: String
    /// True when the rule must hit there, false when it must stay silent.
    public let mustHit: Bool
    /// What came of it.
    public var verdict: Verdict

    /// What came of it.
    public enum Verdict: Equatable, Sendable {
        /// As it must be.
        case ok
        /// It must hit, and did not.
        case missed
        /// It must stay silent, and hit.
        case falseHit
        /// There is no such capture.
        case captureMissing
        /// The capture could not be read or scanned to its end, so that silence proves nothing.
        case unreadable(reason: String)
        /// The rule names no captures.
        case noCaptures
        /// The run ended before.
        case notRun

        /// In one word, for machines.
        public var word: String {
            switch self {
            case .ok: "ok"
            case .missed: "missed"
            case .falseHit: "false_hit"
            case .captureMissing: "capture_missing"
            case .unreadable: "unreadable"
            case .noCaptures: "no_captures"
            case .notRun: "not_run"
            }
        }

        /// True when it is the rule that has to be changed.
        public var isRulesFault: Bool { self == .missed || self == .falseHit || self == .noCaptures }
    }

    /// The row as one line of English, for formats of machines.
    public var title: String {
        if verdict == .noCaptures { return "\(rule) names no captures" }
        return "\(rule) \(mustHit ? "hits" : "is silent in") \(capture)"
    }

    /// Why it is not as it must be, in one line of English; nil when it is.
    public var complaint: String? {
        switch verdict {
        case .ok: nil
        case .missed: "the rule does not hit"
        case .falseHit: "the rule hits"
        case .captureMissing: "there is no such capture"
        case .unreadable(let reason): "the capture was not scanned to its end: \(reason)"
        case .noCaptures: "its metadata has no hits, or no misses"
        case .notRun: "the run ended before"
        }
    }
}
