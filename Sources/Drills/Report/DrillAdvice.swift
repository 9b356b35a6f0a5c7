import NetTypes

/// What follows from something that was not detected as expected: what to change, in the rules, the sensor or the drill.
public struct DrillAdvice: Equatable, Sendable {
    /// The inject that it follows from; nil for what nothing expects.
    public var inject: Int?
    /// The rule or category that it is about, in the words of `drill.yml`.
    public var about: String
    /// What to do.
    public var step: Step
    /// How often there is reason to.
    public var count = 1

    /// What can be done.
    public enum Step: Equatable, Sendable {
        /// Add the rule, which the run did not have.
        case addRule(String)
        /// Look at an entry of the list of suppressions.
        case reviewSuppression(String)
        /// Find out why no such traffic came past the sensor.
        case findTraffic
        /// See encrypted content elsewhere, or look at what is in the clear of it.
        case seeEncrypted(protocol: String)
        /// Stop losing packets.
        case stopLoss(bytes: Int64)
        /// Raise a limit on objects.
        case raiseLimits(objects: Int)
        /// The rule works, on another kind of object: take either into account.
        case widenObject
        /// The rule works, at another time.
        case reviewTime
        /// Another rule of the same category hit.
        case acceptRule(String)
        /// A rule of another category hit.
        case correctCategory(rule: String)
        /// No rule matches what is there in the clear.
        case writeRule
        /// A rule hit that nothing expects.
        case tune(rule: String)

        /// True where whoever follows it has to look at packets.
        var asksForTraffic: Bool {
            switch self {
            case .writeRule, .addRule, .findTraffic, .seeEncrypted, .stopLoss, .raiseLimits: true
            case .reviewSuppression, .widenObject, .reviewTime, .acceptRule, .correctCategory, .tune: false
            }
        }

        /// What it is about: a rule, an entry, a protocol or a number; empty where it is about nothing of the kind.
        var detail: String {
            switch self {
            case .addRule(let name), .reviewSuppression(let name), .seeEncrypted(let name),
                .acceptRule(let name),
                .correctCategory(let name), .tune(let name):
                name
            case .stopLoss(let bytes): "\(bytes)"
            case .raiseLimits(let objects): "\(objects)"
            case .findTraffic, .widenObject, .reviewTime, .writeRule: ""
            }
        }

        /// Keys of the configuration that it is about.
        var keys: [String] {
            switch self {
            case .raiseLimits: objectLimits
            case .stopLoss: lossLimits
            default: []
            }
        }

        /// Its word for machines.
        public var word: String {
            switch self {
            case .addRule: "add_rule"
            case .reviewSuppression: "review_suppression"
            case .findTraffic: "find_traffic"
            case .seeEncrypted: "see_encrypted"
            case .stopLoss: "stop_loss"
            case .raiseLimits: "raise_limits"
            case .widenObject: "widen_object"
            case .reviewTime: "review_time"
            case .acceptRule: "accept_rule"
            case .correctCategory: "correct_category"
            case .writeRule: "write_rule"
            case .tune: "tune"
            }
        }
    }

    /// Keys of the configuration that decide how much of an object is kept and scanned.
    public static let objectLimits = [
        "objects.largest", "objects.budget", "objects.count", "objects.nesting", "objects.expansion",
        "scan.timeout",
    ]
    /// Keys of the configuration that decide how much traffic a sensor can take.
    public static let lossLimits = ["live.buffer", "live.ring", "live.capture-threads", "live.workers"]
}
