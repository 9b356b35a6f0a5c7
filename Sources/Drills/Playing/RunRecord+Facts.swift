import NetTypes

extension RunRecord {
    /// What a judge has to know of the run. `isLive` is true where detections come from a live sensor, by its own clock.
    public func facts(isLive: Bool = false) -> RunFacts {
        let categories = rules.mapValues { RuleCategory(rawValue: $0) }
        return RunFacts(
            clock: clock, start: isLive || interface != nil ? nil : Timestamp(nanoseconds: start),
            played: played, isOver: state != .running,
            rules: isLive || interface != nil ? nil : categories)
    }
}
