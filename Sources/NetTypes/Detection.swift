/// A rule that hit, or an indicator that was met, in its flow, object and time.
public struct Detection: Equatable, Codable, Sendable {
    /// The rule.
    public var rule: RuleIdentity
    /// The flow.
    public var flow: FlowContext
    /// Which way the bytes went.
    public var direction: Direction
    /// Capture time of the frame that completed the match.
    public var timestamp: Timestamp
    /// What was scanned.
    public var object: ScannedObject
    /// Which strings matched, by offset, then identifier; bounded by the configuration.
    public var strings: [StringMatch]
    /// Number of the first frame that carried bytes of the match.
    public var firstFrame: UInt64
    /// Number of the last one.
    public var lastFrame: UInt64
    /// Why it is not an alert; nil when it is one, or nobody has judged it.
    public var suppression: AppliedSuppression?
    /// The indicator of a list that was met; nil for a hit of a rule. The rule then stands for it, nothing was scanned,
    /// and the object is what carried it: one of size 0, unless it is the object itself that is listed.
    public var indicator: IndicatorSighting?

    /// A detection from its parts.
    public init(
        rule: RuleIdentity, flow: FlowContext, direction: Direction, timestamp: Timestamp,
        object: ScannedObject,
        strings: [StringMatch], firstFrame: UInt64, lastFrame: UInt64, indicator: IndicatorSighting? = nil
    ) {
        self.rule = rule
        self.flow = flow
        self.direction = direction
        self.timestamp = timestamp
        self.object = object
        self.strings = strings
        self.firstFrame = firstFrame
        self.lastFrame = lastFrame
        self.indicator = indicator
    }
}
