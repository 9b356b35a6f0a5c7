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
        }
    }
}
