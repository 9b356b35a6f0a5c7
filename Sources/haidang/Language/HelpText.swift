/// What the help pages say.
enum HelpText: Text {
    /// The program.
    case program
    /// What commands do.
    case scan, scanDetail, inspect, streams, flows, objects, transactions, packets, rules, rulesCheck, doctor
    /// What arguments are.
    case scanPaths, inspectFiles, rulePaths
    /// What options of `scan` do.
    case rulesOption, eventLog, json, exitZero, checksums, host
    /// What options of all commands do.
    case config, lang, quiet, noColor
    /// What options of `inspect` and `rules check` do.
    case csv, jsonRows, jsonRules, extract
    /// What options of `doctor` do.
    case configurationReference, nightly, nightPaths, jsonChecks
}
