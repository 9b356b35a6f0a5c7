import Incidents
import NetTypes
import Scan
import Sensor

extension Settings {
    /// Reads the directory of networks, where the settings name one.
    mutating func loadNetworks() throws(CommandError) {
        guard !networks.isEmpty else { return }
        sensor.networks = try NetworkFile.load(networks)
        sensor.scan.units = Set(sensor.networks.units.map(\.id))
    }

    /// Reads the list of suppressions and thresholds, where the settings name one, and tells what in it has no effect.
    func loadPolicy(_ messages: Messages) throws(CommandError) -> AlertPolicy {
        guard !suppressions.isEmpty else { return AlertPolicy() }
        let policy = try SuppressionFile.load(suppressions)
        for doubt in policy.doubts(on: Day(of: .now), sensor.networks) { messages.warning(doubt) }
        return policy
    }
}

extension AlertPolicy {
    /// Entries that have no effect on what is captured on a day, or never: expired ones, and units that nobody knows.
    func doubts(on today: Day, _ networks: NetworkDirectory) -> [SuppressionText] {
        let days = suppressions.map { ($0.id, $0.until) } + thresholds.map { ($0.id, $0.until) }
        let expired = days.filter { $0.1 < today }.map { SuppressionText.expired(id: $0.0, $0.1) }
        let known = Set(networks.units.map(\.id))
        let unknown = suppressions.flatMap { entry in
            entry.units.filter { !known.contains($0) }.map {
                SuppressionText.unknownUnit(id: entry.id, unit: $0)
            }
        }
        return expired + unknown
    }

    /// Names of entries that no detection has matched.
    var unmatched: [String] { statistics.entries.filter { $0.matched == 0 }.map(\.id) }

    /// What it has done, for people; empty without a list.
    var account: [SuppressionText] {
        if isEmpty { return [] }
        var lines: [SuppressionText] = [.suppressed(statistics.suppressed)]
        let days = Dictionary(
            suppressions.map { ($0.id, $0.until) } + thresholds.map { ($0.id, $0.until) }
        ) { first, _ in first }
        for entry in statistics.entries where entry.matched > 0 {
            let until = days[entry.id] ?? Day(of: .zero)
            lines.append(
                .entry(id: entry.id, matched: entry.matched, suppressed: entry.suppressed, until: until))
        }
        if statistics.uncounted > 0 { lines.append(.uncounted(statistics.uncounted)) }
        if !unmatched.isEmpty { lines.append(.unmatched(unmatched)) }
        return lines
    }
}
