import NetTypes
import Scan
import Sensor

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

    /// Loads rules, and says what was left out. Those whose digests are among `known` are left out without a word.
    public static func load(
        _ places: [RulePlace], _ configuration: ScanConfiguration, without known: Set<[UInt8]> = []
    ) throws(RuleError) -> (RuleSet, [RuleProblem]) {
        var trying = configuration
        trying.timeout = timeout
        let plain = try RuleTimer.plainSeconds(commonSamples, trying)
        return try RuleSet.load(
            places: places, configuration: configuration,
            trying: { set throws(RuleError) in try verdict(set, plain: plain, trying) }, without: known)
    }

    /// Why a set is left out; nil when it is not.
    private static func verdict(
        _ set: RuleSet, plain: Double, _ configuration: ScanConfiguration
    ) throws(RuleError) -> String? {
        let samples = commonSamples + ownSamples(of: set)
        let fair = plain * Double(samples.count) / Double(commonSamples.count)
        var least = Double.infinity
        // A second time, because anything may have come in between the first.
        for _ in 0..<2 where least > fair * budget {
            guard let seconds = try RuleTimer.seconds(set, samples, configuration) else {
                return "it takes more than \(timeout) s for \(size >> 10) KiB of hard bytes"
            }
            least = min(least, seconds)
        }
        guard least > fair * budget, fair > 0 else { return nil }
        return "on hard bytes it takes \(Int((least / fair).rounded())) times what a plain string takes"
    }

    /// Bytes that patterns find hard.
    private static let commonSamples: [ScannedUnit] = [
        "a", " ", "0123456789abcdef", "AbCd", "<a href=\"x\">\r\n", "\0",
    ]
    .map { filled(Array($0.utf8)) }

    /// The literals that rules of a set stand on, over and over.
    private static func ownSamples(of set: RuleSet) -> [ScannedUnit] {
        let literals = set.rules.flatMap(\.plan.literals).prefix(4).map(\.bytes)
        return literals.isEmpty ? [] : [filled(Array(literals.joined()))]
    }

    private static func filled(_ bytes: [UInt8]) -> ScannedUnit {
        var filled: [UInt8] = []
        while filled.count < size { filled += bytes }
        return ScannedUnit(kind: .stream, bytes: Array(filled.prefix(size)), variables: ScanVariables())
    }
}
