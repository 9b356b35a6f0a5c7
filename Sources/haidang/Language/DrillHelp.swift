/// What the help pages of the `drill` commands say.
enum DrillHelp: Text {
    /// What commands do.
    case drill, list, run, runDetail, control, controlDetail, score, scoreDetail, answer, answerDetail
    case verify, verifyDetail
    /// What arguments are.
    case scenario, folder, drills, order, orderValue
}
