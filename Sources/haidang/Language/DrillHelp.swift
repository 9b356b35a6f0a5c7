/// What the help pages of the `drill` commands say.
enum DrillHelp: Text {
    /// What commands do.
    case drill, list, run, runDetail, control, controlDetail, score, scoreDetail, answer, answerDetail
    case verify, verifyDetail
    /// What arguments are.
    case scenario, folder, drills, order, orderValue
    /// What options of `run` do.
    case to, store, pace, start, from, workers, interface, json
    /// What options of `score` do.
    case drillFile, events, watch
    /// What options of `answer` do.
    case category, unit, technique, firstPacket, host
    /// What options of `verify` do.
    case junit
}
