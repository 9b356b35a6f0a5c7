import Incidents

extension MailWord {
    /// The words that the room itself has.
    var english: String { field.rawValue }
}
