extension DrillOption {
    var english: String {
        switch self {
        case .to: "The folder of the run, which is made (default: by drill and time)."
        case .store:
            "The store of the drill, which is made, where the team may reach it (default: in the folder)."
        case .pace:
            "Times faster than captured, up to 1000; 0 is as fast as possible (default: what the drill says)."
        case .start:
            "Begin at the time of the capture, which gives the same lines in every run, or now, as a team would see it."
        case .from: "Jump to this time of the drill at once, as 12m."
        case .workers: "Threads that inspect."
        case .interface:
            "Send the packets to this interface in place of inspecting them; the drill has to name it, and it must not be one of live.interfaces."
        case .json: "One JSON object a line, as in the event log."
        case .drillFile: "Judge by this drill.yml, in place of the one that was played."
        case .events: "The event log of a live sensor that saw the drill; may be given several times."
        case .watch: "Look again every second."
        case .category: "What it is: malware, intrusion, dos, leak, deface, phishing, recon, policy or other."
        case .unit: "The unit that suffers it, by its identifier in the directory of networks."
        case .technique: "A technique of ATT&CK; may be given several times."
        case .firstPacket: "The number of the packet that carried the first bytes of the match."
        case .host: "A host that is affected; may be given several times."
        case .junit: "Write the results to this file as JUnit's XML."
        }
    }
}
