extension HelpText {
    var english: String {
        switch self {
        case .program:
            "Hải Đăng: network security monitoring for a data centre; scans payload with YARA rules."
        case .scan: "Scan savefiles (pcap) with YARA rules."
        case .scanDetail:
            """
            Reads pcap and pcapng, also compressed; '-' is standard input. Results go to standard output; warnings and \
            progress to standard error.

            Exit codes: 0 all scanned, nothing found; 1 something found; 2 usage or configuration; 3 not all scanned \
            (also when rules were left out); 4 no rule compiles; 5 no input could be read; 6 internal error; 75 another run holds the ledger; 130, 143 \
            interrupted.
            """
        case .inspect: "Show what the engine sees in savefiles."
        case .streams: "Each direction of a TCP flow that carried payload: bytes, digest, gaps."
        case .objects: "Each file that the traffic carries: protocol, name, type, size, SHA-256."
        case .transactions: "Each exchange of an application protocol, with what it said."
        case .flows: "Each flow: both ends, packets, bytes, Community ID."
        case .packets: "Each file: packets, bytes, decoded packets, anomalies."
        case .rules: "Work with YARA rules."
        case .rulesCheck: "Check the syntax of each rule; a broken one is named with file, line and message."
        case .doctor: "Say what on this machine would keep the program from working, and how to mend it."
        case .scanPaths: "Savefiles, folders of them, or '-'."
        case .inspectFiles: "Savefiles, or '-'."
        case .rulePaths: "Rule files or folders of them."
        case .rulesOption:
            "Rule files or folders (by default rules in the current folder, then those installed)."
        case .eventLog: "Append events (EVE-compatible JSON lines) to this file."
        case .json: "Each detection as a JSON line as in the event log, at the end one line \"summary\"."
        case .exitZero: "Exit with 0 although something was found (for cron)."
        case .checksums: "What to make of wrong checksums."
        case .host: "The sensor's name in events (by default the machine's name)."
        case .config: "Configuration file (YAML)."
        case .lang: "Language of messages."
        case .quiet: "No progress, no warnings; only results and errors."
        case .noColor: "No colours."
        case .extract:
            "Write each object to this folder, under its SHA-256. Objects may be harmful: handle with care."
        case .csv: "Print CSV."
        case .jsonRows: "Print JSON, one line for each row."
        case .jsonRules: "Print JSON, one line for each rule or problem."
        case .nightly:
            "Look at what tonight's scan depends on: ledger, last run, savefiles, rights, disks, clock, timer."
        case .nightPaths:
            "With --nightly: savefiles or folders that will be scanned (by default those of the last run)."
        case .jsonChecks: "Print JSON, one line for each check, and at the end one line \"summary\"."
        case .configurationReference: "Print the page about the configuration file (docs/CONFIGURATION.md)."
        }
    }
}
