/// How bad it is what a rule finds, told from its metadata: 1 (act now) to 4 (note).
///
/// Our own rules and some public ones say so under `severity`; YARA-Forge and its sources have a `score` from 0 to
/// 100. Both the rule set and what people are told of a rule read it here, so that an event never says another.
public struct RuleSeverity: Equatable, Sendable {
    /// 1 to 4.
    public let level: Int
    /// The metadata that says so; nil when none does, and the level is the middle one.
    public let key: String?

    /// The level of a rule that says nothing.
    public static let unsaid = 3

    /// What the metadata says: the last `severity` that is 1 to 4 or a word for it, else the last `score` from 0 to
    /// 100, else nothing.
    public init(of metadata: [RuleIdentity.Metadata]) {
        var (severity, score): (Int?, Int?)
        for line in metadata {
            if line.key == "severity" { severity = Self.level(line.value) ?? severity }
            if line.key == "score" { score = Self.score(line.value).map(Self.level(score:)) ?? score }
        }
        level = severity ?? score ?? Self.unsaid
        key = severity != nil ? "severity" : score != nil ? "score" : nil
    }

    /// The level of a score: 80 and more is 1, 60 and more 2, 40 and more 3, less 4.
    public static func level(score: Int) -> Int {
        score >= 80 ? 1 : score >= 60 ? 2 : score >= 40 ? 3 : 4
    }

    /// A score from 0 to 100, also where it is written as text; nil for anything else.
    public static func score(_ value: RuleIdentity.Value) -> Int? {
        let score: Int? =
            switch value {
            case .number(let number): Int(exactly: number)
            case .text(let text): Int(text)
            case .boolean: nil
            }
        return score.flatMap { (0...100).contains($0) ? $0 : nil }
    }

    private static func level(_ value: RuleIdentity.Value) -> Int? {
        switch value {
        case .number(let number): (1...4).contains(number) ? Int(number) : nil
        case .text(let text):
            ["critical": 1, "high": 2, "medium": 3, "low": 4, "1": 1, "2": 2, "3": 3, "4": 4][
                text.lowercased()]
        case .boolean: nil
        }
    }
}
