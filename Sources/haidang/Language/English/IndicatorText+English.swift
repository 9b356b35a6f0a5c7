import Rulebook

extension IndicatorText {
    var english: String {
        switch self {
        case .option:
            "Lists of indicators (IOC), files or folders: text, CSV, MISP, STIX; can be given several times."
        case .error(let error): Self.english(error)
        case .problem(let problem):
            "\(Escaping.shown(problem.file)):\(problem.line): left out: \(Self.english(problem.reason))"
        case .moreProblems(let path, let count):
            "\(Escaping.shown(path)): \(Number.grouped(count, .english)) more left out"
        case .count(let count, let lists, let leftOut, let withheld):
            "Indicators: \(Number.grouped(count, .english)) from \(lists) lists"
                + (leftOut > 0 ? ", \(Number.grouped(leftOut, .english)) left out" : "")
                + (withheld > 0 ? ", \(Number.grouped(withheld, .english)) not for detection" : "")
        case .replaced(let count, let lists, let leftOut):
            "new indicators at work: \(Number.grouped(count, .english)) from \(lists) lists"
                + (leftOut > 0 ? "; left out: \(Number.grouped(leftOut, .english))" : "")
        case .kept(let reason): "the indicators stay as they are: \(reason)"
        }
    }

    private static func english(_ error: IndicatorError) -> String {
        switch error {
        case .missing(let path): "there is no file or folder of indicators \(Escaping.shown(path))"
        case .unreadable(let path, let reason):
            "cannot read indicators from \(Escaping.shown(path)): \(SystemReason.translated(reason, .english))"
        case .tooLarge(let path, let limit):
            "the list \(Escaping.shown(path)) is larger than \(Number.bytes(UInt64(limit), .english))"
        case .damaged(let path, let reason):
            "\(Escaping.shown(path)) is no list of indicators: \(SystemReason.translated(reason, .english))"
        case .noList(let paths):
            "there is no list of indicators in \(paths.map(Escaping.shown).joined(separator: ", "))"
        case .nothing(let paths):
            "there is no indicator in \(paths.map(Escaping.shown).joined(separator: ", ")), only lines that are none"
        }
    }

    private static func english(_ reason: IndicatorProblem.Reason) -> String {
        switch reason {
        case .unknownForm(let text): "\(Self.quoted(text)) is no indicator"
        case .notOfType(let type, let text): "\(Self.quoted(text)) is no \(type)"
        case .unsupported(let type): "indicators of the type \(Self.quoted(type)) are not looked for"
        case .badSeverity(let text): "\(Self.quoted(text)) is no severity (1 to 4)"
        case .badDate(let text): "\(Self.quoted(text)) is no date"
        case .tooLong(let limit): "the line is longer than \(Number.grouped(limit, .english)) bytes"
        case .badQuotes: "a quotation mark is missing or out of place"
        case .tooMany(let limit): "there are more than \(Number.grouped(limit, .english))"
        }
    }
}
