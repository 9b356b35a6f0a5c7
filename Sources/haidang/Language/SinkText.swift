import Incidents

/// What is said of receivers of events.
enum SinkText: Text {
    /// Others can read a secret.
    case openSecret(sink: String, file: String)
    /// Something new about a receiver.
    case notice(SinkNotice)
}
