import NetTypes

/// A detection as the store keeps it.
public struct IncidentDetection: Equatable, Sendable {
    /// What tells it from all others: the same bytes, met again by the same rule in the same place, have the same number.
    /// Never negative.
    public var number: Int64
    /// Capture time of the frame that completed the match.
    public var timestamp: Timestamp
    /// Namespace and name of the rule.
    public var rule: String
    /// The integer that stands for the rule in events.
    public var signatureID: UInt32
    /// The rule's severity, 1 to 4.
    public var severity: Int
    /// Hexadecimal SHA-256 of the rule set.
    public var ruleSetSHA256: String
    /// Which way the bytes went.
    public var direction: Direction
    /// The flow's identifier in events.
    public var flowID: UInt64
    /// The side that opened the flow.
    public var client: Endpoint
    /// The side that accepted it.
    public var server: Endpoint
    /// The number of the protocol that the flow speaks.
    public var transport: TransportProtocol
    /// Community ID of the flow; empty without one.
    public var communityID: String
    /// What was scanned, or carried the indicator.
    public var object: ScannedObject
    /// Number of the first frame that carried bytes of the match.
    public var firstFrame: UInt64
    /// Number of the last one.
    public var lastFrame: UInt64
    /// The savefile or the interface that it came from, as it was named.
    public var source: String
    /// The line of the event log that it gave, with the strings that matched as far as the payload policy lets them out.
    public var event: String

    /// A detection from its parts.
    public init(
        number: Int64, timestamp: Timestamp, rule: String, signatureID: UInt32, severity: Int,
        ruleSetSHA256: String, direction: Direction, flowID: UInt64, client: Endpoint, server: Endpoint,
        transport: TransportProtocol, communityID: String, object: ScannedObject, firstFrame: UInt64,
        lastFrame: UInt64, source: String, event: String
    ) {
        self.number = number
        self.timestamp = timestamp
        self.rule = rule
        self.signatureID = signatureID
        self.severity = severity
        self.ruleSetSHA256 = ruleSetSHA256
        self.direction = direction
        self.flowID = flowID
        self.client = client
        self.server = server
        self.transport = transport
        self.communityID = communityID
        self.object = object
        self.firstFrame = firstFrame
        self.lastFrame = lastFrame
        self.source = source
        self.event = event
    }
}
