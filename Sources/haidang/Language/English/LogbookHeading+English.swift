extension LogbookHeading {
    var english: String {
        switch self {
        case .number: "no."
        case .time: "time"
        case .title: "action"
        case .from: "from"
        case .to: "to"
        case .technique: "technique"
        case .result: "claimed"
        case .evidence: "evidence"
        case .team: "team"
        case .person: "entered by"
        case .remark: "remark"
        case .detected: "detected"
        case .delay: "after"
        case .effect: "effect"
        case .alerts: "alerts"
        case .rules: "rules"
        case .incidents: "incidents"
        case .flows: "flows answered"
        }
    }
}
