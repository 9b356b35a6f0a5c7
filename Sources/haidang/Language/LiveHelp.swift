/// What the help page of `live` says.
enum LiveHelp: Text {
    /// The command, and more of it.
    case command, detail
    /// What its options do.
    case interface, filter, snaplen, buffer, promiscuous, captureThreads, workers, record, recordLimit
    case recordCompression, user, metrics, watchRules, duration, json
}
