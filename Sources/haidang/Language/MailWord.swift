import Incidents

/// A word of a mail about an event.
struct MailWord: Text {
    /// Which.
    let field: MailField
}
