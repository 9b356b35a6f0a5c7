/// What the help page of `drill make` says.
enum DrillMakeHelp: Text {
    /// What the command does, in a line and in full.
    case command, detail
    /// Its arguments and options.
    case capture, from, output, replace, key, drop, start
}
