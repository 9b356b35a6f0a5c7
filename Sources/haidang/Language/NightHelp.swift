/// What the help pages say of a night's work.
enum NightHelp: Text {
    /// Options.
    case separate, jobs, nice, memory, until
}
