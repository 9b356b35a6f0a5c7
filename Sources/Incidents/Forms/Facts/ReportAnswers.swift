/// What people add to what is known of an incident: texts by the key of a field or a question.
public struct ReportAnswers: Equatable, Sendable {
    /// The texts by their keys.
    public var texts: [String: String]

    /// The key that names the system of the organisation that is affected, by its identifier.
    public static let systemKey = "system"

    /// Answers from texts by their keys.
    public init(_ texts: [String: String] = [:]) {
        self.texts = texts
    }

    /// The answer to a key; nil without one, or when it is blank.
    public subscript(_ key: String) -> String? {
        guard let text = texts[key], text.contains(where: { !$0.isWhitespace }) else { return nil }
        return text
    }

    /// The answer to a question of yes or no; nil while there is none, or it is neither.
    public func truth(_ question: IncidentQuestion) -> Bool? {
        self[question.rawValue].flatMap(Self.truth)
    }

    /// What a word says in either language; nil when it is none of yes, no, có, không, true and false.
    public static func truth(_ word: String) -> Bool? {
        switch word.lowercased() {
        case "yes", "true", "có": true
        case "no", "false", "không": false
        default: nil
        }
    }
}
