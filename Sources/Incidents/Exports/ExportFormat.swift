/// The formats in which an incident is handed to other systems.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// Lines of the event log: the incident, then its alerts.
    case eve
    /// The Open Cybersecurity Schema Framework, one event a line.
    case ocsf
    /// An event of MISP's core format, one JSON document.
    case misp
    /// A bundle of STIX 2.1, one JSON document.
    case stix
}
