import NetTypes
import Scan

/// Loads rules for a run without those that are slow beyond measure: one such rule would stall every other.
///
/// Rules with a pattern or a loop are tried, each by itself, on bytes that are made to be hard: runs of one byte, digits,
/// letters, and the rule's own literals over and over. One that takes more than `budget` times what a plain string takes
/// on them, or does not come to an end, is left out and told. That it passed is no proof; it is what a second can show.
public enum RuleQuarantine {
    /// Times a plain string that a rule may take on these bytes.
    public static let budget = 1_000.0
    /// Bytes of each kind.
    private static let size = 8 << 10
    /// Seconds that one try may take.
    private static let timeout = 1

    /// Loads rules, and says what was left out.
    public static func load(
        _ places: [RulePlace], _ configuration: ScanConfiguration
    ) throws(RuleError) -> (RuleSet, [RuleProblem]) {
        let slow = try problems(places, configuration)
        let names = slow.flatMap(\.names)
        let (set, problems) = try RuleSet.load(
            places: places, configuration: configuration, excluding: Set(names))
        return (set, problems + slow.map(\.problem))
    }

    /// Rules that are left out together, and why.
    private struct Slow {
        var names: [String]
        var problem: RuleProblem
    }

    private static func problems(
        _ places: [RulePlace], _ configuration: ScanConfiguration
    ) throws(RuleError) -> [Slow] {
        var configuration = configuration
        configuration.timeout = timeout
        let suspects = try RuleSet.loadApart(places: places, configuration: configuration, onlySuspects: true)
        guard !suspects.isEmpty else { return [] }
        let common = commonSamples
        let plain = try plainSeconds(common, configuration)
        var slow: [Slow] = []
        for set in suspects {
            let samples = common + ownSamples(of: set)
            guard let reason = try verdict(set, samples, plain: plain, configuration) else { continue }
            guard let rule = set.rules.first(where: { !$0.isPrivate }) ?? set.rules.first else { continue }
            slow.append(
                Slow(
                    names: set.rules.map { "\($0.identity.namespace):\($0.identity.name)" },
                    problem: RuleProblem(
                        file: rule.file, line: rule.line, rule: rule.identity.name, message: reason,
                        isError: true)))
        }
        return slow
    }

    /// Why a rule is left out; nil when it is not.
    private static func verdict(
        _ set: RuleSet, _ samples: [[UInt8]], plain: Double, _ configuration: ScanConfiguration
    ) throws(RuleError) -> String? {
        let limit = plain * budget * Double(samples.count) / Double(max(1, commonSamples.count))
        var least = Double.infinity
        // A second time, because anything may have come in between the first.
        for _ in 0..<2 {
            var scanner = try Scanner(set, configuration: configuration, looksAlways: true)
            let start = ProcessorTime.now
            for sample in samples {
                let outcome = scanner.scan(sample.span, ScanVariables())
                if outcome.verdict == .timedOut {
                    return "it takes more than \(timeout) s for \(size >> 10) KiB of hard bytes"
                }
            }
            least = min(least, ProcessorTime.now - start)
            if least <= limit { return nil }
        }
        let times = plain > 0 ? Int((least / plain).rounded()) : 0
        return "on hard bytes it takes \(times) times what a plain string takes"
    }

    private static func plainSeconds(
        _ samples: [[UInt8]], _ configuration: ScanConfiguration
    ) throws(RuleError) -> Double {
        let text = "rule plain { strings: $a = \"haidang-measures-this\" condition: $a }"
        let (set, _) = try RuleSet.compile([
            RuleSource(file: "plain", namespace: "plain", bytes: Array(text.utf8))
        ])
        var least = Double.infinity
        for _ in 0..<3 {
            var scanner = try Scanner(set, configuration: configuration, looksAlways: true)
            let start = ProcessorTime.now
            for sample in samples { _ = scanner.scan(sample.span, ScanVariables()) }
            least = min(least, ProcessorTime.now - start)
        }
        return least
    }

    /// Bytes that patterns find hard.
    private static let commonSamples: [[UInt8]] = [
        "a", " ", "0123456789abcdef", "AbCd", "<a href=\"x\">\r\n", "\0",
    ]
    .map { filled(Array($0.utf8)) }

    /// The literals that rules of a set stand on, over and over.
    private static func ownSamples(of set: RuleSet) -> [[UInt8]] {
        let literals = set.rules.flatMap(\.plan.literals).prefix(4).map(\.bytes)
        return literals.isEmpty ? [] : [filled(Array(literals.joined()))]
    }

    private static func filled(_ bytes: [UInt8]) -> [UInt8] {
        var filled: [UInt8] = []
        while filled.count < size { filled += bytes }
        return Array(filled.prefix(size))
    }
}
