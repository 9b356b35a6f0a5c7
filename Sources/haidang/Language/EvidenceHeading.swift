/// Headings of the tables of a case folder.
enum EvidenceHeading: Text {
    /// Of its files.
    case file, size, purpose, digest
    /// Of its custody log.
    case line, time, person, host, action, detail
}
