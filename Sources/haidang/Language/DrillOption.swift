/// What the help pages of the `drill` commands say of options.
enum DrillOption: Text {
    /// Options of `run`.
    case to, store, pace, start, from, workers, interface, json
    /// Options of `score`.
    case drillFile, events, watch
    /// Options of `answer`.
    case category, unit, technique, firstPacket, host
    /// Options of `verify`.
    case junit
}
