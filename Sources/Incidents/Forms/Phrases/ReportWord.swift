import NetTypes

/// Words of forms that other papers need too, so that one thing has one name on all of them.
public enum ReportWord {
    /// A category.
    public static func category(_ category: RuleCategory, _ language: ReportLanguage) -> String {
        language == .vietnamese ? ReportPhrase.vietnamese(category) : ReportPhrase.english(category)
    }

    /// What was scanned.
    public static func object(_ kind: ScannedObject.Kind, _ language: ReportLanguage) -> String {
        language == .vietnamese ? ReportPhrase.vietnamese(kind) : ReportPhrase.english(kind)
    }

    /// A step of an attack.
    public static func stage(_ stage: AttackStage, _ language: ReportLanguage) -> String {
        language == .vietnamese ? ReportPhrase.vietnamese(stage) : ReportPhrase.english(stage)
    }

    /// What somebody did, by the journal.
    public static func action(_ action: JournalEntry.Action, _ language: ReportLanguage) -> String {
        language == .vietnamese ? ReportPhrase.vietnamese(action) : ReportPhrase.english(action)
    }
}
