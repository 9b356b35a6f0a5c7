import GRDB
import NetTypes

/// Which incidents somebody asks for. What is nil or empty asks for nothing.
public struct IncidentFilter: Equatable, Sendable {
    /// Of these only.
    public var statuses: [IncidentStatus] = []
    /// As grave as this, or graver: 1 to 4.
    public var severity: Int?
    /// Of the victim's unit, by its identifier.
    public var unit: String?
    /// Of the person who works on them.
    public var assignee: String?
    /// Of this category.
    public var category: RuleCategory?
    /// With a rule whose name, namespace included, holds this text.
    public var rule: String?
    /// With a detection at this time or later.
    public var from: Timestamp?
    /// That began before this time.
    public var to: Timestamp?
    /// With those that were merged into others.
    public var includesMerged = false
    /// At the most so many, the latest first.
    public var limit = 100

    /// All incidents that stand by themselves, up to the limit.
    public init() {}

    /// The condition in the database's language, with what stands for its question marks.
    var condition: (sql: String, arguments: StatementArguments) {
        var parts: [String] = []
        var arguments = StatementArguments()
        func ask(_ sql: String, _ values: StatementArguments) {
            parts.append(sql)
            arguments += values
        }
        if !statuses.isEmpty {
            let marks = statuses.map { _ in "?" }.joined(separator: ", ")
            ask("incident.status IN (\(marks))", StatementArguments(statuses.map(\.rawValue)))
        }
        if let severity { ask("incident.severity <= ?", [severity]) }
        if let unit { ask("incident.unit_id = ?", [unit]) }
        if let assignee { ask("incident.assignee = ?", [assignee]) }
        if let category { ask("incident.category = ?", [category.rawValue]) }
        if let rule {
            ask(
                """
                EXISTS (SELECT 1 FROM json_each(incident.rules) AS rule
                WHERE instr(lower(json_extract(rule.value, '$.name')), lower(?)) > 0)
                """, [rule])
        }
        if let from { ask("incident.last_at >= ?", [from.nanoseconds]) }
        if let to { ask("incident.first_at < ?", [to.nanoseconds]) }
        if !includesMerged { parts.append("incident.merged_into IS NULL") }
        return (parts.isEmpty ? "1" : parts.joined(separator: " AND "), arguments)
    }
}
