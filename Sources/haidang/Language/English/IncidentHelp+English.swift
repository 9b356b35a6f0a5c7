extension IncidentHelp {
    var english: String {
        switch self {
        case .command: "The response team's work on incidents."
        case .list: "Incidents, by default only those that are not over."
        case .show:
            "One incident: what happened to whom since when, the proof, the journal. That it was viewed is logged."
        case .acknowledge: "Take an incident on."
        case .start: "Begin to work on it."
        case .resolve: "Say that it is resolved."
        case .close: "Close one that is resolved."
        case .falsePositive: "Say that it was none."
        case .reopen: "Take it up again."
        case .assign: "Give an incident to somebody."
        case .note: "Add words to the journal of an incident."
        case .merge: "Merge an incident into another."
        case .id: "The incident: its identifier, or the beginning or the end of it."
        case .ids: "Incidents."
        case .into: "The incident that takes it in."
        case .assignee: "Who gets it; empty for nobody."
        case .words: "What there is to say."
        case .person: "Who does it; by default the login name."
        case .noteOption: "Words for the journal."
        case .status: "Only those of this status."
        case .severity: "As grave as this, or graver: 1 (act now) to 4 (note)."
        case .unit: "The unit that suffers it, by its identifier in the directory of networks."
        case .assigned: "Who works on it."
        case .category: "What it is."
        case .rule: "With a rule whose name holds this text."
        case .from: "From this day on (UTC)."
        case .to: "Up to the end of this day (UTC)."
        case .all: "Those that are over, and those merged into others, too."
        case .limit: "The most incidents that are listed."
        case .detections: "The most detections that are shown one by one."
        case .json: "One JSON object a line."
        }
    }
}
