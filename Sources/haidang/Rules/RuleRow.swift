import NetTypes
import Rulebook
import Scan

/// A checked rule as a row of a table and as a JSON object: the one place that says which columns and members there
/// are. What else comes to be known of a rule is added to `headings`, `cells` and `members`.
struct RuleRow {
    /// The rule and what the check said.
    let verdict: RuleVerdict

    /// The columns of `rules check`.
    static let headings: [HeadingText] = [
        .rule, .severity, .scope, .shard, .modules, .strings, .technique, .number, .line,
    ]

    /// The rule's fields under `headings`.
    var cells: [Cell] {
        let rule = verdict.rule
        let identity = rule.identity
        return [
            .foreign(
                "\(identity.namespace):\(identity.name)", tone: verdict.isGood ? .strong : .caution),
            Cell("\(SummaryText.severity(identity.severity))"),
            Cell("\(RulesText.subject(verdict.subject))"),
            .foreign(rule.plan.shard, tone: .faint),
            Cell(rule.imports.joined(separator: ", ")),
            Cell(rule.stringCount),
            Cell(verdict.profile.techniques.map(\.identifier).joined(separator: ", ")),
            Cell(String(identity.signatureID)),
            .foreign("\(rule.file):\(rule.line)", tone: .faint),
        ]
    }

    /// The rule as one JSON object.
    var json: JSONValue {
        let rule = verdict.rule
        let identity = rule.identity
        return .object(
            [
                ("type", .text("rule")), ("namespace", .text(identity.namespace)),
                ("rule", .text(identity.name)), ("file", .text(rule.file)), ("line", .count(rule.line)),
                ("severity", .count(identity.severity)), ("signature_id", .count(identity.signatureID)),
                ("tags", .array(identity.tags.map { .text($0) })), ("private", .boolean(rule.isPrivate)),
                ("global", .boolean(rule.isGlobal)), ("imports", .array(rule.imports.map { .text($0) })),
                ("strings", .count(rule.stringCount)), ("needs_whole_unit", .boolean(rule.needsWholeUnit)),
                ("shard", .text(rule.plan.shard)),
                ("prefixes", .array(rule.plan.prefixes.map { .text($0.hexadecimal) })),
                ("literals", .array(rule.plan.literals.map(Self.json))),
                ("scope", Self.json(verdict.subject)), ("metadata", Self.json(verdict.profile)),
                ("faults", .array(verdict.faults.map(Self.json))),
                ("advice", .array(verdict.advice.map { .text($0.message) })),
            ])
    }

    /// Bytes of which one must be there before the rule is looked at.
    private static func json(_ literal: RulePlan.Literal) -> JSONValue {
        .object([("hex", .text(literal.bytes.hexadecimal)), ("nocase", .boolean(literal.ignoresCase))])
    }

    /// What a rule is about, and why.
    static func json(_ subject: RuleSubject) -> JSONValue {
        let (origin, signs): (String, [FileSign]) =
            switch subject.origin {
            case .metadata: ("metadata", [])
            case .condition(let signs): ("condition", signs)
            case .neither: ("none", [])
            }
        return .object([
            ("kind", .text(subject.kind.rawValue)), ("from", .text(origin)),
            ("signs", .array(signs.map { .text($0.word) })),
        ])
    }

    /// What the metadata of a rule says, in the words of this project.
    static func json(_ profile: RuleProfile) -> JSONValue {
        func text(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }
        func texts(_ values: [String]) -> JSONValue { .array(values.map { .text($0) }) }
        func number(_ value: Int?) -> JSONValue { value.map { .count($0) } ?? .null }
        return .object([
            ("convention", .text(profile.convention.rawValue)), ("id", text(profile.identifier)),
            ("description", text(profile.description)), ("description_vi", text(profile.vietnamese)),
            ("severity_from", text(profile.severity.key)), ("score", number(profile.score)),
            ("quality", number(profile.quality)), ("category", text(profile.category?.rawValue)),
            ("techniques", texts(profile.techniques.map(\.identifier))), ("author", text(profile.author)),
            ("date", text(profile.date?.description)), ("modified", text(profile.modified?.description)),
            ("expires", text(profile.expires?.description)), ("references", texts(profile.references)),
            ("hashes", texts(profile.hashes)), ("license", text(profile.license)),
            ("sharing", text(profile.sharing)), ("actor", text(profile.threatActor)),
            ("hits", texts(profile.hits)),
            ("misses", texts(profile.misses)),
        ])
    }

    private static func json(_ fault: MetadataFault) -> JSONValue {
        let detail: String =
            switch fault {
            case .missing: ""
            case .malformed(_, let value): value
            case .repeated(_, let other): other
            case .expired(let date): date.description
            }
        return .object([
            ("fault", .text(fault.word)), ("key", .text(fault.key)), ("detail", .text(detail)),
        ])
    }
}
