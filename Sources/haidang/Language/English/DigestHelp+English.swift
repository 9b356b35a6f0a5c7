extension DigestHelp {
    var english: String {
        switch self {
        case .command: "The digest of a night: what a scan came to, from its ledger."
        case .detail:
            """
            Of the last run that is finished, or of the one that --run names: files and what kept some from being scanned \
            whole, coverage, new incidents, rules, top talkers, and what differs from the last seven nights.

            Exit codes: 0 it is given; 2 usage, or it cannot be written; 5 the ledger cannot be read, or has no run.
            """
        case .ledger: "The ledger of the scans (by default that of the configuration)."
        case .run: "The number of a run, finished or not (by default the last that is finished)."
        case .format: "How it is written (by default what the suffix of the file says, else text)."
        case .output: "Write it to this file ('-': standard output)."
        case .send:
            "Send it to this sink of the list of sinks; repeat for several. Mail has the text, others the JSON."
        case .file:
            "Write the digest of this run to a file, as its suffix says (.txt, .html, .json); '-' puts the text in the place of the summary. Repeat for several."
        case .to: "Send the digest of this run to this sink of the list of sinks; repeat for several."
        }
    }
}
