/// What the help page of `drill report` says.
enum DrillReportHelp: Text {
    /// What the command does.
    case command, detail
    /// What its options do.
    case output, format
}
