import Incidents
import NetTypes
import Yams

/// Reads what people add to a report: texts by the keys of fields and questions.
struct AnswersFile {
    /// Bytes that the file may have.
    static let mostBytes = 1 << 20

    /// The answers in a file. Their keys have to be known ones.
    static func load(_ path: String, known: [String]) throws(CommandError) -> ReportAnswers {
        guard let root = try DataFile.root(path, mostBytes: mostBytes) else { return ReportAnswers() }
        var reader = DataFile(file: path)
        let fields = reader.fields(root, known: known)
        var answers = ReportAnswers()
        for (key, node) in fields.sorted(by: { $0.key < $1.key }) {
            let text = reader.texts(fields, key).joined(separator: ", ")
            if isQuestion(key), !text.isEmpty, ReportAnswers.truth(text) == nil {
                reader.complain(.noTruth(key: key, text), at: node)
            }
            answers.texts[key] = text
        }
        try reader.finish()
        return answers
    }

    /// The keys that answers may have: those of fields of these profiles, of questions, and the one that names a system.
    static func keys(_ profiles: [FormProfile]) -> [String] {
        let fields = Set(profiles.flatMap(\.forms).flatMap(\.fields).map(\.key)).sorted()
        return fields + IncidentQuestion.allCases.map(\.rawValue) + [ReportAnswers.systemKey]
    }

    /// True for a question of yes or no.
    static func isQuestion(_ key: String) -> Bool { IncidentQuestion(rawValue: key) != nil }
}
