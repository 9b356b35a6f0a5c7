extension LogbookOption {
    var english: String {
        switch self {
        case .file: "the logbook"
        case .table: "a table of actions"
        case .at: "when it was done, or begun"
        case .until: "when it ended"
        case .title: "what was done, in a line"
        case .from: "addresses or networks that it was done from"
        case .to: "addresses or networks that it was done to"
        case .port: "the port of the targets"
        case .technique: "its ATT&CK technique, such as T1190 or T1505.003"
        case .result: "how it ended, as the team claims"
        case .evidence: "a file that shows it; its name, size and SHA-256 are kept"
        case .evidenceText: "words that show it"
        case .team: "the team that did it"
        case .note: "what else there is to say"
        case .person: "who enters it; by default the login name"
        case .corrects: "the number of the entry that this one replaces"
        case .json: "print JSON lines"
        case .jsonVerify: "print the verdict as one JSON object"
        case .anchor: "a hash that was kept: the logbook must have a line of that hash"
        case .events: "event logs of the sensor, oldest first"
        case .within: "how long after an action an alert may come, such as 30s, 10m or 2h (10m)"
        }
    }
}
