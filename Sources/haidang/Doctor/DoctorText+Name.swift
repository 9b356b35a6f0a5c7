extension DoctorText {
    /// What is looked at, for machines.
    var name: String {
        switch self {
        case .program: "program"
        case .libpcap: "libpcap"
        case .libyara: "libyara"
        case .configuration: "configuration"
        case .rules: "rules"
        case .locale: "locale"
        case .eventLog, .night(.place(.eventLog)): "event_log"
        case .captureRights: "capture_rights"
        case .interfaces: "interfaces"
        case .user: "user"
        case .memory: "memory"
        case .networks: "networks"
        case .suppressions: "suppressions"
        case .night(.account): "account"
        case .night(.ledger): "ledger"
        case .night(.holder): "run_at_work"
        case .night(.lastRun): "last_run"
        case .night(.savefiles): "savefiles"
        case .night(.clock): "clock"
        case .night(.timer): "timer"
        case .night(.place(.ledger)): "ledger_place"
        case .night(.place(.store)): "store"
        case .night(.place(.recordings)): "recordings"
        // What is said of them is no check.
        default: "other"
        }
    }
}
