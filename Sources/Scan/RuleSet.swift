import NetTypes

/// Compiled rules. Immutable: any number of scanners on any threads share one.
public final class RuleSet: Sendable {
    /// The rules that compiled, private ones too; a hit's `rule` is an index into this.
    public let rules: [Rule]
    /// Hexadecimal SHA-256 over what was loaded: for each file that gave a rule, and each that it includes,
    /// the namespace and the bytes as they are on disk, each with its length before it (8 bytes, big-endian),
    /// sorted.
    public let sha256: String

    /// For each group of rules that have to stay together the first bytes of SHA-256 over their namespace and all of their
    /// text: what is the same finds the same. Sorted.
    public let digests: [[UInt8]]
    /// Bytes of such a digest.
    public static let digestLength = 16

    /// The rules as libyara runs them.
    let shards: [Shard]
    /// The literals by which shards become candidates; nil when they cannot be looked for here: then
    /// all shards are candidates that a literal could make one.
    let matchers: [LiteralMatcher]?
    /// The external variables that conditions name.
    let externals: [ExternalVariable]

    init(
        rules: [Rule], sha256: String, digests: [[UInt8]], shards: [Shard], matchers: [LiteralMatcher]?,
        externals: [ExternalVariable]
    ) {
        self.rules = rules
        self.sha256 = sha256
        self.digests = digests
        self.shards = shards
        self.matchers = matchers
        self.externals = externals
    }

    /// True when some condition names an external variable, so that a scan has to be told them.
    public var usesVariables: Bool { !externals.isEmpty }

    /// True when some condition names `filetype`, so that the types of objects have to be found out.
    public var asksForFileType: Bool { externals.contains(.filetype) }

    /// Loads files, and folders with all that is below them, and compiles them.
    ///
    /// In folders files that end in `.yar`, `.yara` or `.rule` are rules, and names that begin with a dot are
    /// passed over. The namespace of a file is its path below the folder given, or its name, without
    /// extension; where two are the same the later one gets `#2` behind it. What a file includes must lie in the folder
    /// given, or in that of the file given. A rule that does not compile is
    /// left out and told as a problem, so a set without any rule is possible. The configuration's overlap
    /// decides which rules need a whole unit. Throws when a path that was given cannot be read, or holds no
    /// rule file.
    public static func load(
        paths: [String], configuration: ScanConfiguration = ScanConfiguration()
    ) throws(RuleError) -> (RuleSet, [RuleProblem]) {
        try load(places: paths.map { .path($0) }, configuration: configuration)
    }

    /// Tries rules that have to stay together, as a set of their own: why they are left out, or nil when they are not.
    public typealias Trial = (RuleSet) throws(RuleError) -> String?

    /// The same for places on disk and in memory. Rules that might be slow, because they have a pattern or a loop, are
    /// given to `trial` first; what it has something to say of is left out, and told as a problem.
    ///
    /// Rules whose digests are among `known` are left out without a word; what is left says of itself what it would say in
    /// the whole set.
    public static func load(
        places: [RulePlace], configuration: ScanConfiguration = ScanConfiguration(),
        trying trial: Trial? = nil, without known: Set<[UInt8]> = []
    ) throws(RuleError) -> (RuleSet, [RuleProblem]) {
        var finder = RuleFinder()
        try finder.find(places)
        var builder = RuleSetBuilder(configuration, reader: RuleReader(places))
        let set = try builder.build(finder.sources, trying: trial, without: known)
        return (set, finder.problems + builder.problems)
    }

    /// Loads each rule as a set of its own, with those that it names or that decide over it: to measure what it costs.
    /// Their order is that of the rules.
    public static func loadApart(
        places: [RulePlace], configuration: ScanConfiguration = ScanConfiguration()
    ) throws(RuleError) -> [RuleSet] {
        var finder = RuleFinder()
        try finder.find(places)
        var builder = RuleSetBuilder(configuration, reader: RuleReader(places))
        return try builder.buildApart(finder.sources)
    }

    /// The shards that rules are laid in, by the places of their rules.
    public var shardMembers: [[Int]] { shards.map(\.rules) }

    /// Compiles rules that are in memory. They may include nothing, and no two sources may have the same
    /// namespace: the later one gets `#2` behind it.
    public static func compile(
        _ sources: [RuleSource], configuration: ScanConfiguration = ScanConfiguration()
    ) throws(RuleError) -> (RuleSet, [RuleProblem]) {
        var names = UniqueNames()
        let distinct = sources.map { source in
            RuleSource(file: source.file, namespace: names.claim(source.namespace), bytes: source.bytes)
        }
        var builder = RuleSetBuilder(configuration, reader: RuleReader([]))
        let set = try builder.build(distinct)
        return (set, builder.problems)
    }
}
