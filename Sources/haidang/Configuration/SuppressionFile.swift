import Incidents
import NetTypes
import Yams

/// Reads the operator's list of suppressions and thresholds.
struct SuppressionFile {
    /// Bytes that the file may have.
    static let mostBytes = 1 << 20
    /// Entries of each kind that it may have.
    static let mostEntries = 10_000
    /// Seconds that a threshold may count over: a day.
    static let longestWindow = 86_400

    private var reader: DataFile

    /// The list in a file, as a policy that has judged nothing.
    static func load(_ path: String) throws(CommandError) -> AlertPolicy {
        guard let root = try DataFile.root(path, mostBytes: mostBytes) else { return AlertPolicy() }
        var file = SuppressionFile(reader: DataFile(file: path))
        let fields = file.reader.fields(root, known: ["suppressions", "thresholds"])
        let suppressions = file.reader.entries(fields, "suppressions", most: mostEntries)
            .compactMap { file.suppression($0) }
        let thresholds = file.reader.entries(fields, "thresholds", most: mostEntries)
            .compactMap { file.threshold($0) }
        try file.reader.finish()
        return AlertPolicy(suppressions: suppressions, thresholds: thresholds)
    }

    private mutating func suppression(_ node: Node) -> Suppression? {
        let fields = reader.fields(
            node, known: ["id", "rule", "network", "src", "dst", "unit", "until", "reason"],
            needed: ["id", "until", "reason"])
        if fields.isEmpty { return nil }
        let id = reader.name(fields)
        let (until, reason) = (reader.day(fields, "until"), reader.text(fields, "reason"))
        var suppression = Suppression(id: id, until: until ?? Day(of: .zero), reason: reason ?? "")
        suppression.rule = reader.text(fields, "rule").map(NamePattern.init)
        suppression.networks = reader.networks(fields, "network").map(\.network)
        suppression.sources = reader.networks(fields, "src").map(\.network)
        suppression.destinations = reader.networks(fields, "dst").map(\.network)
        suppression.units = reader.texts(fields, "unit")
        // A condition that is written and cannot be read has been complained about; without it, the entry is no wider.
        let conditions = ["rule", "network", "src", "dst", "unit"]
        if !conditions.contains(where: { fields[$0] != nil }) { reader.complain(.noCondition, at: node) }
        return suppression
    }

    private mutating func threshold(_ node: Node) -> Threshold? {
        let keys = ["id", "rule", "count", "seconds", "by", "until", "reason"]
        let fields = reader.fields(node, known: keys, needed: keys)
        if fields.isEmpty { return nil }
        let id = reader.name(fields)
        let rule = reader.text(fields, "rule").map(NamePattern.init)
        let count = reader.number(fields, "count", 2...AlertPolicy.mostCounted)
        let seconds = reader.number(fields, "seconds", 1...Self.longestWindow)
        let by = reader.word(fields, "by", Threshold.Key.self)
        let (until, reason) = (reader.day(fields, "until"), reader.text(fields, "reason"))
        return Threshold(
            id: id, rule: rule, count: count ?? 2, seconds: seconds ?? 1, by: by ?? .source,
            until: until ?? Day(of: .zero), reason: reason ?? "")
    }
}
