/// What the help pages of the `drill` commands say.
enum DrillHelp: Text {
    /// What commands do.
    case drill
}
