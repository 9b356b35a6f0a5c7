/// The words of a mail, which are for people: each language has its own.
public enum MailField: String, CaseIterable, Sendable {
    /// How grave it is.
    case severity = "Severity"
    /// Severity 1.
    case actNow = "act now"
    /// Severity 2.
    case serious = "serious"
    /// Severity 3.
    case moderate = "moderate"
    /// Severity 4.
    case note = "note"
    /// What it is.
    case category = "Category"
    /// The unit that suffers it.
    case unit = "Unit"
    /// When it happened.
    case time = "Time (UTC)"
    /// Where it comes from.
    case source = "Source"
    /// Where it goes to.
    case destination = "Destination"
    /// The rule that found it.
    case rule = "Rule"
    /// The sensor that saw it.
    case sensor = "Sensor"
    /// The identifier of the event.
    case event = "Event"
    /// The line of the event log, whole or shortened.
    case record = "Record"

    /// The word for a severity, 1 to 4.
    static func severity(_ number: Int) -> MailField {
        switch number {
        case ...1: .actNow
        case 2: .serious
        case 3: .moderate
        default: .note
        }
    }
}
