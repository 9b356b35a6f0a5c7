import NetTypes

/// Which events a receiver wants. What is not named does not matter.
public struct SinkFilter: Equatable, Sendable {
    /// `alert`, `incident`; empty for all.
    public var types: [String] = []
    /// The least grave that it wants, 1 (act now only) to 4 (all).
    public var severity = 4
    /// Identifiers of units; empty for all, also for events of no unit.
    public var units: [String] = []
    /// Categories; empty for all.
    public var categories: [RuleCategory] = []

    /// A filter that wants everything.
    public init() {}

    /// True where the receiver wants an event.
    public func wants(_ event: OutgoingEvent) -> Bool {
        (types.isEmpty || types.contains(event.type)) && event.severity <= severity
            && (units.isEmpty || units.contains(event.unit))
            && (categories.isEmpty || categories.contains(event.category))
    }
}
