import NetTypes
import Scan
import Sensor

/// What a run scans with.
struct ScanEngine: Sendable {
    /// Limits and policies.
    var sensor: SensorConfiguration
    /// The rules; nil without any.
    var rules: RuleSet?
    /// The indicators; nil without lists.
    var indicators: IndicatorSet?
    /// The digests of all rules and indicators.
    var digests: [[UInt8]] = []
}
