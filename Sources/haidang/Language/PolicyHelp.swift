/// What the options do that name files of data.
enum PolicyHelp: Text {
    /// The directory of networks.
    case networks
    /// Suppressions and thresholds.
    case suppressions
    /// The store of incidents.
    case store
    /// Receivers of events.
    case sinks
}
