import NetTypes

/// Scans bytes with a rule set. One for each thread: it keeps libyara's scratch memory (about 50 bytes for
/// each string of the set) and its last variables. Several scanners may share one rule set at the same time.
public struct Scanner: ~Copyable {
    private let ruleSet: RuleSet
    private let configuration: ScanConfiguration
    private var scanner: YaraScanner
    /// The variables that libyara holds now.
    private var defined = ScanVariables()

    /// A scanner of a rule set, which it keeps alive. Throws when there is no memory for it.
    public init(_ rules: RuleSet, configuration: ScanConfiguration) throws(RuleError) {
        ruleSet = rules
        self.configuration = configuration
        scanner = try YaraScanner(
            rules.compiled, timeout: configuration.timeout, matchesPerRule: configuration.stringsPerHit)
    }

    /// Scans bytes as one unit. `base` is added to the offsets of string matches; conditions never see it.
    /// Empty bytes are scanned too, since a rule may ask for that. The outcome owns all it holds.
    public mutating func scan(
        _ bytes: Span<UInt8>, _ variables: ScanVariables, base: UInt64 = 0
    ) -> ScanOutcome {
        define(variables)
        let code = scanner.scan(bytes)
        let verdict: ScanOutcome.Verdict =
            switch code {
            case YaraScanner.success: .finished
            case YaraScanner.timeout: .timedOut
            default: .failed(code: code)
            }
        let list = scanner.matches
        var hits: [Hit] = []
        if !list.rules.isEmpty {
            hits.reserveCapacity(list.rules.count)
            for (index, entry) in list.rules.enumerated() where !list.failedRules.contains(entry.rule) {
                hits.append(hit(entry.rule, list.matches(ofHit: index), bytes, base))
            }
        }
        return ScanOutcome(
            verdict: verdict, hits: hits, tooManyMatches: list.tooMany, failedRules: list.failedRules)
    }

    /// Tells libyara those variables that rules of the set name and that are not as they were.
    private mutating func define(_ variables: ScanVariables) {
        guard !ruleSet.externals.isEmpty, variables != defined else { return }
        for external in ruleSet.externals {
            let value = external.value(in: variables)
            if value != external.value(in: defined) { scanner.define(external.rawValue, value) }
        }
        defined = variables
    }

    private func hit(
        _ rule: Int, _ matches: ArraySlice<MatchList.Match>, _ bytes: Span<UInt8>, _ base: UInt64
    ) -> Hit {
        let names = ruleSet.stringIdentifiers
        let sorted = matches.sorted { left, right in
            (left.offset, names[left.string], left.length) < (right.offset, names[right.string], right.length)
        }
        let strings = sorted.prefix(max(configuration.stringsPerHit, 0)).map { match in
            StringMatch(
                identifier: names[match.string], offset: base &+ UInt64(match.offset), length: match.length,
                bytes: evidence(match, bytes))
        }
        return Hit(rule: rule, strings: strings)
    }

    private func evidence(_ match: MatchList.Match, _ bytes: Span<UInt8>) -> [UInt8] {
        let start = min(max(match.offset, 0), bytes.count)
        let wanted = min(match.length, configuration.bytesPerString)
        return [UInt8](copying: bytes.extracting(start..<(start + min(max(wanted, 0), bytes.count - start))))
    }
}
