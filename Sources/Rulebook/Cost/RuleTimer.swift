import NetTypes
import Scan
import Sensor

/// What libyara takes for units when it has to look at every byte of them.
enum RuleTimer {
    /// Processor seconds that a set takes; nil when a scan ran out of time.
    static func seconds(
        _ set: RuleSet, _ units: [ScannedUnit], _ configuration: ScanConfiguration
    ) throws(RuleError) -> Double? {
        var scanner = try Scanner(set, configuration: configuration, looksAlways: true)
        let start = ProcessorTime.now
        for unit in units {
            let outcome = scanner.scan(unit.bytes.span, unit.variables)
            if outcome.verdict == .timedOut { return nil }
        }
        return ProcessorTime.now - start
    }

    /// What a rule with one plain string takes: the least of three times, since anything may come in between.
    static func plainSeconds(
        _ units: [ScannedUnit], _ configuration: ScanConfiguration
    ) throws(RuleError) -> Double {
        let text = "rule plain { strings: $a = \"haidang-measures-this\" condition: $a }"
        let source = RuleSource(file: "plain", namespace: "plain", bytes: Array(text.utf8))
        let (set, _) = try RuleSet.compile([source])
        var least = Double.infinity
        for _ in 0..<3 { least = min(least, try seconds(set, units, configuration) ?? .infinity) }
        return least
    }
}
