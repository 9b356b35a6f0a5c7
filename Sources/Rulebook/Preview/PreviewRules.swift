import NetTypes
import Scan

/// The rules of a preview: a set, or two sets whose difference is wanted, compiled as one so that traffic is read and
/// scanned once.
public struct PreviewRules: Sendable {
    /// Everything that is looked for.
    public let set: RuleSet
    /// What was left out, and advice.
    public let problems: [RuleProblem]
    /// True when two sets are compared.
    public let comparesTwo: Bool
    /// True when the two sets have a file in common, so that nobody can say whose its rules are.
    public let sharesFiles: Bool
    /// For the number of each rule: its row, and whether it is of the old set.
    let places: [UInt32: (row: Int, isOld: Bool)]
    /// The rules to tell of, in order.
    let rows: [PreviewRow]

    /// Loads rules. `old` is nil to preview `new` by itself.
    public init(
        new: [RulePlace], old: [RulePlace]?, configuration: ScanConfiguration
    ) throws(RuleError) {
        let together = (old ?? []) + new
        let oldNames = old == nil ? [] : try Self.namespaces(old ?? [])
        let names = oldNames + (try Self.namespaces(new))
        let claimed = try Self.namespaces(together)
        sharesFiles = names.count != claimed.count
        (set, problems) = try RuleSet.load(places: together, configuration: configuration)
        comparesTwo = old != nil
        // Where both have a file of one name the later one has a number behind its namespace, which nobody wants to see.
        var origins: [String: (name: String, isOld: Bool)] = [:]
        for (index, (claim, name)) in zip(claimed, names).enumerated() {
            origins[claim] = (name, index < oldNames.count)
        }
        var rows: [PreviewRow] = []
        var indices: [String: Int] = [:]
        var places: [UInt32: (row: Int, isOld: Bool)] = [:]
        for rule in set.rules where !rule.isPrivate {
            let identity = rule.identity
            let origin = origins[identity.namespace] ?? (identity.namespace, false)
            let name = "\(origin.name):\(identity.name)"
            let row = indices[name] ?? rows.count
            if row == rows.count {
                indices[name] = row
                rows.append(PreviewRow(rule: name, severity: identity.severity))
            }
            if origin.isOld { rows[row].isInOld = true } else { rows[row].isInNew = true }
            places[identity.signatureID] = (row, origin.isOld)
        }
        self.rows = rows
        self.places = places
    }

    private static func namespaces(_ places: [RulePlace]) throws(RuleError) -> [String] {
        try RuleReading(places).sources.map(\.namespace)
    }
}
