import NetTypes

/// Scans bytes with a rule set. One for each thread: it keeps libyara's scratch memory (about 50 bytes for
/// each string of the set) and its last variables. Several scanners may share one rule set at the same time.
///
/// libyara only confirms: the beginning of the bytes and one search for literals say which shards of the set can have
/// a rule that matches, and only these are scanned. The answer is that of the whole set.
public struct Scanner: ~Copyable {
    private let ruleSet: RuleSet
    private let configuration: ScanConfiguration
    private let scanners: [ShardScanner]
    private var literals: LiteralScanner?
    private let candidates: Candidates

    private let looksAlways: Bool
    /// Bytes that libyara has looked at with each shard, in the order of `RuleSet.shardMembers`.
    public private(set) var bytesOfShards: [UInt64]

    /// A scanner of a rule set, which it keeps alive. With `looksAlways` every shard is a candidate, as if the literals of
    /// each were in all bytes. Throws when there is no memory for it.
    public init(
        _ rules: RuleSet, configuration: ScanConfiguration, looksAlways: Bool = false
    ) throws(RuleError) {
        self.looksAlways = looksAlways
        ruleSet = rules
        self.configuration = configuration
        var scanners: [ShardScanner] = []
        for shard in rules.shards { try scanners.append(ShardScanner(shard, configuration: configuration)) }
        self.scanners = scanners
        candidates = Candidates(count: scanners.count)
        bytesOfShards = Array(repeating: 0, count: scanners.count)
        literals = LiteralScanner(rules.matchers ?? [])
    }

    /// Scans bytes as one unit. `base` is added to the offsets of string matches; conditions never see it.
    /// Empty bytes are scanned too, since a rule may ask for that. The outcome owns all it holds.
    public mutating func scan(
        _ bytes: Span<UInt8>, _ variables: ScanVariables, base: UInt64 = 0
    ) -> ScanOutcome {
        if looksAlways {
            candidates.all()
        } else if candidates.begin(ruleSet.shards, bytes), !(literals?.search(bytes, candidates) ?? false) {
            candidates.addAll()
        }
        var outcome = ScanOutcome(verdict: .finished, hits: [])
        for (place, scanner) in scanners.enumerated() where candidates.isCandidate[place] {
            let verdict = scanner.scan(bytes, variables, ruleSet.externals)
            outcome.add(verdict)
            bytesOfShards[place] += UInt64(bytes.count)
            collect(scanner, bytes, base, &outcome)
        }
        if scanners.count > 1, outcome.hits.count > 1 { outcome.hits.sort { $0.rule < $1.rule } }
        return outcome
    }

    /// Which shards the last scan looked at, in the order of `RuleSet.shardMembers`.
    public var lastCandidates: [Bool] { candidates.isCandidate }

    private func collect(
        _ scanner: ShardScanner, _ bytes: Span<UInt8>, _ base: UInt64, _ outcome: inout ScanOutcome
    ) {
        let (list, rules) = (scanner.matches, scanner.shard.rules)
        outcome.tooManyMatches += list.tooMany
        outcome.failedRules += list.failedRules.map { rules[$0] }
        for (index, entry) in list.rules.enumerated() where !list.failedRules.contains(entry.rule) {
            let strings = strings(list.matches(ofHit: index), scanner.shard.stringIdentifiers, bytes, base)
            outcome.hits.append(Hit(rule: rules[entry.rule], strings: strings))
        }
    }

    private func strings(
        _ matches: ArraySlice<MatchList.Match>, _ names: [String], _ bytes: Span<UInt8>, _ base: UInt64
    ) -> [StringMatch] {
        let sorted = matches.sorted { left, right in
            (left.offset, names[left.string], left.length) < (right.offset, names[right.string], right.length)
        }
        return sorted.prefix(max(configuration.stringsPerHit, 0)).map { match in
            let start = min(max(match.offset, 0), bytes.count)
            let end = start + min(max(match.length, 0), bytes.count - start)
            var kept = StringMatch(
                identifier: names[match.string], offset: base &+ UInt64(match.offset), length: match.length,
                bytes: copy(bytes, from: start, min(end - start, configuration.bytesPerString)))
            let lead = min(start, configuration.bytesAround)
            kept.before = copy(bytes, from: start - lead, lead)
            kept.after = copy(bytes, from: end, configuration.bytesAround)
            return kept
        }
    }

    /// So many bytes from a place on, or as many as there are.
    private func copy(_ bytes: Span<UInt8>, from start: Int, _ count: Int) -> [UInt8] {
        [UInt8](copying: bytes.extracting(start..<(start + min(max(count, 0), bytes.count - start))))
    }
}
