import Foundation
import Incidents
import NetTypes

/// What the result of a scan rests on beside the bytes of a file: rules, engine, options and lists.
enum ScanBasis {
    /// Sections of the configuration that say how bytes are looked at.
    private static let sections = ["decoder.", "flow.", "protocols.", "objects.", "scan.", "evidence."]

    /// The basis of a run; `rules` is the hexadecimal digest of the rule set, `lists` the files of indicators.
    static func of(_ settings: Settings, rules: String, lists: [String]) -> LedgerBasis {
        var text = ""
        for key in ConfigurationKeys.all where sections.contains(where: key.path.hasPrefix) {
            text += "\(key.path): \(key.get(settings).yaml)\n"
        }
        for path in [settings.networks, settings.suppressions] + lists where !path.isEmpty {
            text += "\(path): \(FileDigest.sha256(path)?.hexadecimal ?? "")\n"
        }
        return LedgerBasis(
            ruleSet: Array(rules.utf8), engine: Version.number,
            options: Digest.of(Array(text.utf8).span, .sha256))
    }
}
