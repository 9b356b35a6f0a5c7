import Incidents

/// What a score was worked out from, in the words of a report.
enum BasisWord: CaseIterable {
    /// The files.
    case eventLog, drillFile, traffic, ruleSet
    /// Said of a digest while its file is still being written.
    case notYet

    /// The word in a language.
    func text(_ language: ReportLanguage) -> String { language == .vietnamese ? vietnamese : english }

    private var english: String {
        switch self {
        case .eventLog: "Event log"
        case .drillFile: "Drill"
        case .traffic: "Traffic"
        case .ruleSet: "Rule set"
        case .notYet: "still being written"
        }
    }

    private var vietnamese: String {
        switch self {
        case .eventLog: "Sổ sự kiện"
        case .drillFile: "Kịch bản"
        case .traffic: "Lưu lượng"
        case .ruleSet: "Bộ luật"
        case .notYet: "đang được ghi"
        }
    }
}
