extension DrillHelp {
    var english: String {
        switch self {
        case .drill: "Play captures with ground truth, and judge what was found."
        case .list: "List drills, and say what is wrong with their files."
        case .run: "Play a drill through the engine, and judge it."
        case .runDetail:
            """
            The captures of the drill become one savefile, which plays as fast as possible or at a pace; the score is the \
            same at every pace and with any number of workers. The folder of the run holds that savefile, the event log, \
            the store of the drill and run.json. It is for the director: run.json leads to the truth. The team works on the \
            store with `haidang incident` and `haidang drill answer`.

            Exit codes: 0 all was found in time, and nothing else; 1 it was not; 2 usage, or something in the drill; 3 not \
            all was inspected or played; 5 a capture is missing or changed; 130, 143 interrupted.
            """
        case .control: "Tell a drill that is being played to stand still, go on, or jump ahead."
        case .controlDetail:
            """
            Orders: pause; resume; pace N (times faster than captured, 0 as fast as possible); seek SPAN (from the start of \
            the drill, as 12m: what lies between is played as fast as possible, nothing is left out); stop.
            """
        case .score: "Judge a run by its files."
        case .scoreDetail:
            """
            The same files give the same score. The event log has to be the one that the run wrote. --events takes the log of a \
            live sensor in its place, for a drill that was sent to an interface.
            """
        case .answer: "Say what an incident of a drill is."
        case .answerDetail:
            """
            The answer is entered into the journal of the store, where nothing is ever changed; a later one counts in place of \
            an earlier one. An incident that several injects lead to may have as many answers.
            """
        case .verify: "Play drills, and fail where the engine does not find exactly what they expect."
        case .verifyDetail:
            "Exit codes: 0 all pass; 1 some do not; 2 usage; 3 all pass, but rules were left out; 130, 143 interrupted."
        case .scenario: "A drill.yml, or its folder."
        case .folder: "The folder of a run."
        case .drills: "Files drill.yml, or folders with such files below them (default: captures)."
        case .order: "pause, resume, pace, seek or stop."
        case .orderValue: "The pace, or the time to jump to."
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
