import Foundation
import Incidents
import NetTypes
import Rulebook
import Scan
import Sensor

/// Finds the texts of the rules that fired, in the very rule set that they fired in.
enum CaseRules {
    /// The most bytes of a rule file that are taken into a case.
    private static let largest = 64 << 20

    /// A text for each rule of an incident, or why it is not at hand. Nothing here ends an export.
    static func texts(
        for incident: Incident, _ settings: Settings
    ) -> [RuleText] {
        let places: [RulePlace]
        let set: RuleSet
        do throws(CommandError) {
            places = try RulePlaces.open(try RuleFolder.paths(of: settings), settings)
        } catch {
            return incident.rules.map {
                RuleText(rule: $0.name, missing: "the rules are not where they are looked for")
            }
        }
        do throws(RuleError) {
            set = try RuleSet.load(places: places, configuration: settings.sensor.scan).0
        } catch {
            return incident.rules.map { RuleText(rule: $0.name, missing: "the rules cannot be loaded") }
        }
        return incident.rules.map { rule in
            guard rule.ruleSetSHA256 == set.sha256 else {
                return RuleText(
                    rule: rule.name,
                    missing: "it fired in rule set \(rule.ruleSetSHA256), and at hand is \(set.sha256)")
            }
            let found = set.rules.first { "\($0.identity.namespace)/\($0.identity.name)" == rule.name }
            guard let found, let text = bytes(found.file, places) else {
                return RuleText(rule: rule.name, missing: "its file cannot be read")
            }
            return RuleText(rule: rule.name, text: text)
        }
    }

    /// The bytes of a rule file, on disk or in a bundle.
    private static func bytes(_ file: String, _ places: [RulePlace]) -> [UInt8]? {
        for place in places {
            guard case .files(let name, let files) = place, file.hasPrefix(name + "/") else { continue }
            if let bytes = files[String(file.dropFirst(name.count + 1))] { return bytes }
        }
        let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? NSNumber
        guard let size, size.intValue <= largest else { return nil }
        return (try? Data(contentsOf: URL(fileURLWithPath: file))).map { [UInt8]($0) }
    }
}
