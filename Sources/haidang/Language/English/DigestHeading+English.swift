extension DigestHeading {
    var english: String {
        switch self {
        case .files: "Files"
        case .notWhole: "Not scanned whole"
        case .coverage: "Coverage"
        case .incidents: "New incidents"
        case .rules: "Rules by hits"
        case .newRules: "Rules that hit for the first time in these nights"
        case .costs: "Rules by cost"
        case .talkers: "Top talkers"
        case .holes: "Files that seem to be missing"
        case .nights: "Compared with the nights before"
        case .verdict: "Verdict"
        case .file: "File"
        case .reason: "Reason"
        case .unit: "Unit"
        case .sum: "All"
        case .rule: "Rule"
        case .hits: "Hits"
        case .address: "Address"
        case .bytes: "Bytes"
        case .after: "After the file"
        case .missing: "Missing"
        case .night: "Night"
        case .run: "Run"
        case .filesScanned: "Files"
        case .faults: "Not whole"
        case .detections: "Detections"
        case .incidentsOpened: "Incidents"
        case .code: "Code"
        }
    }
}
