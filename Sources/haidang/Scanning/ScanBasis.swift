import Foundation
import Incidents
import NetTypes
import Scan

/// What the result of a scan rests on beside the bytes of a file: rules, indicators, engine and options.
///
/// What says what a detection means to people (networks, suppressions, stores) is no part of it: it counts for what is
/// scanned from now on, and old files are not scanned again for it.
struct ScanBasis {
    /// As the ledger has it.
    let ledger: LedgerBasis
    /// The digests of all rules and indicators.
    let digests: [[UInt8]]

    /// Bytes of such a digest.
    static let digestLength = RuleSet.digestLength

    /// Sections of the configuration that say how bytes are looked at.
    private static let sections = ["decoder.", "flow.", "protocols.", "objects.", "scan."]

    /// The basis of a run. `separate` says that no files are joined.
    init(_ settings: Settings, rules: RuleSet?, indicators: IndicatorSet?, separate: Bool) {
        digests = ((rules?.digests ?? []) + (indicators?.digests ?? [])).sorted {
            $0.lexicographicallyPrecedes($1)
        }
        var text = "separate: \(separate)\n"
        for key in ConfigurationKeys.all where Self.sections.contains(where: key.path.hasPrefix) {
            text += "\(key.path): \(key.get(settings).yaml)\n"
        }
        ledger = LedgerBasis(
            ruleSet: Digest.of(Array(digests.joined()).span, .sha256), engine: Version.number,
            options: Digest.of(Array(text.utf8).span, .sha256))
    }
}
