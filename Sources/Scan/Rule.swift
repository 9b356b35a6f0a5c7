import NetTypes

/// A rule of a set, described once when the set is loaded.
public struct Rule: Equatable, Sendable {
    /// Name, namespace, tags, metadata and number.
    public var identity: RuleIdentity
    /// The file it stands in.
    public var file: String
    /// The line of its name in that file, from 1.
    public var line: Int
    /// False only where it is proven that looking at a unit in overlapping windows gives the same answer as
    /// looking at the whole: the condition asks for any one of its strings, each of which fits the overlap
    /// that the set was loaded for.
    public var needsWholeUnit: Bool
    /// Private: it serves other rules and is never reported.
    public var isPrivate: Bool
    /// Global: while it does not match, no rule of its namespace is reported.
    public var isGlobal: Bool
    /// The modules that its condition names, sorted.
    public var imports: [String]
    /// The strings that it declares.
    public var stringCount: Int
    /// How the set comes to look at it.
    public var plan = RulePlan()

    /// A rule from its parts.
    public init(
        identity: RuleIdentity, file: String, line: Int, needsWholeUnit: Bool, isPrivate: Bool,
        isGlobal: Bool,
        imports: [String], stringCount: Int
    ) {
        self.identity = identity
        self.file = file
        self.line = line
        self.needsWholeUnit = needsWholeUnit
        self.isPrivate = isPrivate
        self.isGlobal = isGlobal
        self.imports = imports
        self.stringCount = stringCount
    }
}
