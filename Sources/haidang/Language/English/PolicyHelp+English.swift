extension PolicyHelp {
    var english: String {
        switch self {
        case .networks: "Directory of networks (YAML): which unit an address belongs to."
        case .suppressions: "Suppressions and thresholds (YAML): which detections are no alerts."
        case .store: "The store of incidents (SQLite), made when it is missing."
        case .sinks: "Receivers of events (YAML): syslog, webhooks, mail, files."
        }
    }
}
