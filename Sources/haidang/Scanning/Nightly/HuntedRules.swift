import AppLayer
import NetTypes
import Scan
import Sensor

/// What a hunt looks for: rules and indicators that were not there when files were scanned.
struct HuntedRules: Sendable {
    /// The rules that are new or have changed; nil where there are none.
    let rules: RuleSet?
    /// All indicators, where some are new; nil where none is.
    let indicators: IndicatorSet?
    /// Digests of those that were there.
    let known: Set<[UInt8]>

    /// What is new beside digests that are known. `rules` are those whose digests are not among them.
    init(rules: RuleSet?, indicators: IndicatorSet?, known: Set<[UInt8]>) {
        self.rules = rules.flatMap { $0.rules.isEmpty ? nil : $0 }
        self.indicators = indicators.flatMap { set in
            set.digests.contains { !known.contains($0) } ? set : nil
        }
        self.known = known
    }

    /// True where nothing is new, so that there is nothing to look for.
    var isEmpty: Bool { rules == nil && indicators == nil }

    /// How many rules are new.
    var count: Int { rules?.rules.count ?? 0 }

    /// How a hunt inspects: it tells of no file, so only lists of indicators need the digests of all.
    func sensor(_ usual: SensorConfiguration) -> SensorConfiguration {
        var sensor = usual
        sensor.application.sha256 = indicators != nil
        return sensor
    }

    /// Whether a detection is one of what is new.
    func isWanted(_ detection: Detection) -> Bool {
        guard let sighting = detection.indicator else { return true }
        return !known.contains(sighting.digest)
    }
}
