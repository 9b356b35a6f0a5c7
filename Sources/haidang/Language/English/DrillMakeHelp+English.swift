extension DrillMakeHelp {
    var english: String {
        switch self {
        case .command: "Make a drill of a real capture, without a trace of whom it came from."
        case .detail:
            """
            Takes out all that the hosts of the alerts say to each other, and replaces addresses (in headers, as text, and in DNS), hardware \
            addresses and the texts of --replace, everywhere in the same way and by as many bytes. Then it proves that the engine finds \
            the same as before and searches for every original, in frames, reassembled streams and extracted objects; flows in which one \
            is left are left out. The folder gets traffic.pcapng and a draft of drill.yml. What compressed or encrypted bytes hide \
            from the engine cannot be searched: look at the drill before it leaves the house.
            """
        case .capture: "The capture (pcap or pcapng, also compressed)."
        case .from: "Event log with the alerts; without it the capture is scanned first."
        case .output: "Folder of the drill; it must not exist."
        case .replace:
            "Texts to be replaced, one a line: names of people, organisations, hosts, domains; also addresses."
        case .key:
            "Key of the replacements, a file of 16 bytes or more; the same key replaces alike. Default: a new one."
        case .drop: "Leave out flows that cannot be made clean, even if detections go with them."
        case .start:
            "When the first frame was captured, as in 2026-01-05T08:00:00Z. Default: as in the original."
        }
    }
}
