extension LiveHelp {
    var english: String {
        switch self {
        case .command: "Capture from interfaces, inspect, and record if asked to."
        case .interface: "Interface to capture on; can be given several times."
        case .filter: "BPF filter, as for tcpdump."
        case .snaplen: "The most bytes captured of a frame."
        case .buffer: "The kernel's buffer for each capture thread, in MiB."
        case .promiscuous: "Capture frames for other machines too."
        case .captureThreads: "Capture threads for each interface."
        case .workers: "Threads that inspect (by default one less than processors)."
        case .record: "Record what is captured into this folder."
        case .recordLimit: "The most that the folder may take, in MiB; the oldest files go."
        case .recordCompression: "How recorded files are compressed."
        case .user: "Become this user once everything is open."
        case .metrics: "Serve metrics for Prometheus on this address (a port alone: on loopback)."
        case .watchRules: "Load rules again when their files change."
        case .duration: "End after so many seconds."
        case .json: "Each detection as a JSON line as in the event log."
        case .detail:
            """
            Signals: INT and TERM finish what is in flight and end (a second INT ends at once); HUP opens the event log again; \
            USR2 loads the rules again. Nothing is lost silently: every frame that was not inspected is counted and told.

            Exit codes: 0 time over, nothing found; 1 something found; 2 usage or configuration; 3 frames or bytes \
            were lost, or rules left out; 4 no rule compiles; 5 no such interface or no permission; 6 internal \
            error; 130, 143 ended by INT, TERM.
            """
        }
    }
}
