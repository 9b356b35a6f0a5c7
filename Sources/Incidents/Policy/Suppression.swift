import NetTypes

/// An entry of the operator's list: detections that are known, and are no alerts. All its conditions must hold; of the
/// members of one list any does.
public struct Suppression: Equatable, Sendable {
    /// Its name, distinct among all entries.
    public var id: String
    /// Which rules, by `namespace/name`; nil for all.
    public var rule: NamePattern?
    /// Networks of either end; empty for any.
    public var networks: [IPNetwork] = []
    /// Networks of the sender of the matched bytes; empty for any.
    public var sources: [IPNetwork] = []
    /// Networks of their receiver; empty for any.
    public var destinations: [IPNetwork] = []
    /// Units of either end; empty for any.
    public var units: [String] = []
    /// The last day, by capture time, on which it counts.
    public var until: Day
    /// Why.
    public var reason: String

    /// An entry without conditions.
    public init(id: String, until: Day, reason: String) {
        self.id = id
        self.until = until
        self.reason = reason
    }

    /// True when nothing is asked, so that every detection would match.
    public var isUnconditional: Bool {
        rule == nil && networks.isEmpty && sources.isEmpty && destinations.isEmpty && units.isEmpty
    }

    /// True when a detection is one of those meant. `name` is the rule's, with its namespace.
    func matches(_ detection: Detection, name: String) -> Bool {
        let flow = detection.flow
        let source = flow.sender(detection.direction).address
        let destination = flow.sender(detection.direction.reversed).address
        func holds(_ list: [IPNetwork], _ address: IPAddress) -> Bool {
            list.contains { $0.contains(address) }
        }
        guard detection.timestamp < until.end, rule?.matches(name) != false,
            networks.isEmpty || holds(networks, source) || holds(networks, destination),
            sources.isEmpty || holds(sources, source),
            destinations.isEmpty || holds(destinations, destination)
        else { return false }
        let ends = [flow.clientUnit?.id, flow.serverUnit?.id]
        return units.isEmpty || units.contains { ends.contains($0) }
    }
}
