import NetTypes

/// A flow of an incident as exports know it: from the detections in it. When it began and ended they do not know.
struct ExportedFlow: Equatable, Sendable {
    /// Its identifier in events.
    var id: UInt64
    /// The side that opened it.
    var client: Endpoint
    /// The side that accepted it.
    var server: Endpoint
    /// What it speaks.
    var transport: TransportProtocol
    /// Its Community ID; empty without one.
    var communityID: String
    /// What it speaks above that; nil while that is not known.
    var application: String?
    /// Capture time of the first detection in it.
    var firstAt: Timestamp
    /// Capture time of the last one.
    var lastAt: Timestamp
    /// The places of its detections among those that are exported.
    var detections: [Int]

    /// What makes two detections be of one flow.
    struct Key: Hashable {
        let id: UInt64
        let client: Endpoint
        let server: Endpoint
        let transport: TransportProtocol
    }

    /// The flows of detections, in the order in which they are first met.
    static func of(_ detections: [IncidentDetection], _ excerpts: [EventExcerpt]) -> [ExportedFlow] {
        var flows: [ExportedFlow] = []
        var places: [Key: Int] = [:]
        for (place, detection) in detections.enumerated() {
            let key = Key(
                id: detection.flowID, client: detection.client, server: detection.server,
                transport: detection.transport)
            if let known = places[key] {
                flows[known].lastAt = max(flows[known].lastAt, detection.timestamp)
                flows[known].detections.append(place)
                flows[known].application = flows[known].application ?? excerpts[place].application
                continue
            }
            places[key] = flows.count
            flows.append(
                ExportedFlow(
                    id: detection.flowID, client: detection.client, server: detection.server,
                    transport: detection.transport, communityID: detection.communityID,
                    application: excerpts[place].application, firstAt: detection.timestamp,
                    lastAt: detection.timestamp, detections: [place]))
        }
        return flows
    }
}

extension TransportProtocol {
    /// Whether it has ports.
    var hasPorts: Bool { self == .tcp || self == .udp || self == .sctp }
}
