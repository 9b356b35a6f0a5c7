/// What a scan was done with: where any of it differs, what was found before says nothing about now.
public struct LedgerBasis: Hashable, Sendable {
    /// SHA-256 of the rule set.
    public var ruleSet: [UInt8]
    /// The version of this program, and of whatever else decides what is found.
    public var engine: String
    /// SHA-256 of every option that decides what is found: limits, filters, how files are joined.
    public var options: [UInt8]

    /// A basis from its parts.
    public init(ruleSet: [UInt8], engine: String, options: [UInt8]) {
        self.ruleSet = ruleSet
        self.engine = engine
        self.options = options
    }
}
