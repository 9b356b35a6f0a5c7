/// New incidents of a unit, by severity.
public struct NightIncidents: Hashable, Sendable {
    /// The identifier of the unit; empty where none is known.
    public var unit: String
    /// How many of severity 1, 2, 3 and 4.
    public var severities: [UInt64]

    /// Those of a unit.
    public init(unit: String, severities: [UInt64] = [0, 0, 0, 0]) {
        self.unit = unit
        self.severities = severities
    }

    /// All of them.
    public var sum: UInt64 { severities.reduce(0) { $0.saturated(adding: $1) } }

    /// Those of every unit in tallies, the gravest first. Throws `damaged` where a name is none that a scan writes.
    static func grouped(_ tallies: [LedgerTally]) throws(LedgerError) -> [NightIncidents] {
        var units: [String: NightIncidents] = [:]
        for tally in tallies {
            guard let bar = tally.name.lastIndex(of: "|"),
                let severity = Int(tally.name[tally.name.index(after: bar)...]), (1...4).contains(severity)
            else { throw .damaged(reason: "tally \(tally.name.shortened(to: 100).onOneLine)") }
            let unit = String(tally.name[..<bar])
            var incidents = units[unit] ?? NightIncidents(unit: unit)
            incidents.severities[severity - 1] = incidents.severities[severity - 1].saturated(
                adding: tally.value)
            units[unit] = incidents
        }
        return units.values.sorted { left, right in
            left.severities == right.severities
                ? left.unit.utf8.lexicographicallyPrecedes(right.unit.utf8)
                : right.severities.lexicographicallyPrecedes(left.severities)
        }
    }
}
