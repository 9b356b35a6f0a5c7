import NetTypes

/// What a case folder asks of whoever has packets.
public struct EvidenceRequest: Equatable, Sendable {
    /// The flows, in the order of their first detections, each once.
    public var flows: [EvidenceFlow]
    /// The savefiles and interfaces that the detections came from, in the same order, each once.
    public var sources: [String]
    /// Capture time of the first packet that is wanted.
    public var from: Timestamp
    /// Capture time of the last one, itself included.
    public var to: Timestamp
    /// `keep` for whole packets, `hash` for those cut after the transport header. Never `none`: then nobody is asked.
    public var payload: PayloadPolicy
    /// Hexadecimal SHA-256 of the objects that are wanted, sorted; empty when objects may not leave.
    public var objects: [String]

    /// Nanoseconds before the first and after the last detection in which packets belong to the case: ten minutes.
    public static let margin: Int64 = 600_000_000_000
    /// Flows that one case asks for; of more, those of the first detections.
    public static let mostFlows = 10_000

    /// What the detections of an incident name. The incident's own times count too, since not all of its detections need
    /// have been kept.
    public init(_ evidence: EvidenceCase) {
        let incident = evidence.incident
        let times = evidence.detections.map(\.timestamp) + [incident.firstAt, incident.lastAt]
        from = (times.min() ?? incident.firstAt).advanced(by: -Self.margin)
        to = (times.max() ?? incident.lastAt).advanced(by: Self.margin)
        payload = evidence.payload
        var (seenFlows, seenSources) = (Set<EvidenceFlow>(), Set<String>())
        (flows, sources) = ([], [])
        var wanted: Set<String> = []
        for detection in evidence.detections {
            let flow = EvidenceFlow(
                communityID: detection.communityID, client: detection.client, server: detection.server,
                transport: detection.transport)
            if flows.count < Self.mostFlows, seenFlows.insert(flow).inserted { flows.append(flow) }
            if seenSources.insert(detection.source).inserted { sources.append(detection.source) }
            if !detection.object.kind.isRaw, let sha256 = detection.object.sha256 {
                wanted.insert(sha256.hexadecimal)
            }
        }
        objects = payload == .keep ? wanted.sorted() : []
    }
}
