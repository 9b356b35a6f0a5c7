import Sensor

/// Everything a run can be told, by the configuration file and then by options. Starts at the documented defaults.
struct Settings: Equatable, Sendable {
    /// The data plane.
    var sensor = SensorConfiguration()
    /// Rule files and folders; empty for the usual places.
    var rules: [String] = []
    /// The public key that every bundle of rules must be signed by; empty to take any rules.
    var rulesKey = ""
    /// Files and folders of indicators; empty for none.
    var indicators: [String] = []
    /// Where the event log goes; empty for nowhere.
    var eventLog = ""
    /// The ledger of scans; empty for none.
    var ledger = ""
    /// The sensor's name in events; empty for the machine's.
    var host = ""
    /// The directory of networks; empty for none.
    var networks = ""
    /// Suppressions and thresholds; empty for none.
    var suppressions = ""
    /// The store of incidents.
    var incidents = IncidentSettings()
    /// Receivers of events; empty for none.
    var sinks = ""
    /// Who reports; empty for nobody.
    var organisation = ""
    /// The folder of forms and clocks; empty for the usual places.
    var forms = ""
    /// The public key that objects of evidence are sealed for; empty to seal none.
    var evidenceKey = ""
    /// Live capture and recording.
    var live = LiveSettings()
    /// The language people are spoken to in; nil for that of the locale.
    var language: Language?

    /// The documented defaults.
    init() {}
}
