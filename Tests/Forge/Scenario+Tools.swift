extension Scenario {
    /// Tools of attackers, by what they leave on the wire, and texts that lie near their rules.
    static var toolScenarios: [Scenario] {
        shells + tunnels + controllers + miners + scanners + lateralMovement + credentials + documents
            + [nearTools]
    }
}
