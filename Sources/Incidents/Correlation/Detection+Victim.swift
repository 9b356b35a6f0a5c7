import NetTypes

extension Detection {
    /// The host that suffers what was found, as incidents have it.
    public var victim: IPAddress {
        let profile = RuleProfile(rule)
        return AttackRoles(self, profile, AttackStage(profile)).victim
    }
}
