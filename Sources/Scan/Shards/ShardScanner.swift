/// Scans with the rules of one shard.
final class ShardScanner {
    let shard: Shard
    private var scanner: YaraScanner
    /// The variables that libyara holds now.
    private var defined = ScanVariables()

    /// A scanner of a shard, which it keeps alive. Throws when there is no memory for it.
    init(_ shard: Shard, configuration: ScanConfiguration) throws(RuleError) {
        self.shard = shard
        scanner = try YaraScanner(
            shard.compiled, timeout: configuration.timeout, matchesPerRule: configuration.stringsPerHit)
    }

    /// What the last scan found.
    var matches: MatchList { scanner.matches }

    /// Scans bytes and leaves what it found in `matches`. Tells libyara first those of the variables that have changed.
    func scan(_ bytes: Span<UInt8>, _ variables: ScanVariables, _ externals: [ExternalVariable])
        -> ScanOutcome.Verdict
    {
        if !externals.isEmpty, variables != defined {
            for external in externals {
                let value = external.value(in: variables)
                if value != external.value(in: defined) { scanner.define(external.rawValue, value) }
            }
            defined = variables
        }
        let code = scanner.scan(bytes)
        switch code {
        case YaraScanner.success: return .finished
        case YaraScanner.timeout: return .timedOut
        default: return .failed(code: code)
        }
    }
}
