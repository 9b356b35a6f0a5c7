/// What the help pages say of digests.
enum DigestHelp: Text {
    /// The command.
    case command, detail
    /// Its options.
    case ledger, run, format, output, send
    /// Options of a scan.
    case file, to
}
