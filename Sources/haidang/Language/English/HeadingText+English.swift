extension HeadingText {
    var english: String {
        switch self {
        case .time: "Time (UTC)"
        case .severity: "Severity"
        case .rule: "Rule"
        case .flow: "Flow (client → server)"
        case .object: "Object"
        case .place: "Place"
        case .excerpt: "Excerpt"
        case .file: "File"
        case .stream: "Stream"
        case .sender: "Sender"
        case .receiver: "Receiver"
        case .bytes: "Bytes"
        case .digest: "SHA-256"
        case .gaps: "Bytes missing"
        case .transport: "Protocol"
        case .client: "Client"
        case .server: "Server"
        case .packetsToServer: "Packets →"
        case .packetsToClient: "Packets ←"
        case .bytesToServer: "Bytes →"
        case .bytesToClient: "Bytes ←"
        case .communityID: "Community ID"
        case .packets: "Packets"
        case .decoded: "Decoded"
        case .anomalies: "Anomalies"
        case .number: "Number"
        case .line: "Declared in"
        case .port: "Port"
        case .application: "Application"
        case .hits: "Hits"
        case .shard, .processor, .weight, .candidates, .rules: englishOfCost
        case .incident, .status, .unit, .victim, .attacker, .detections, .assignee: englishOfIncidents
        case .oldHits: "Old hits"
        case .flows: "Flows"
        case .objects: "Objects"
        case .units: "Units"
        case .first: "First (UTC)"
        case .last: "Last (UTC)"
        case .scope: "About"
        case .modules: "Modules"
        case .strings: "Strings"
        case .technique: "ATT&CK"
        case .category: "Category"
        case .meaning: "Description"
        case .verdict: "Verdict"
        case .expected: "Must"
        case .capture: "Capture"
        case .change: "Change"
        case .parts: "What"
        case .name: "name"
        case .contentType: "type"
        case .complete: "complete"
        case .frame: "frame"
        case .fields: "said"
        case .yes: "yes"
        case .no: "no"
        }
    }

    /// Of the tables of what rules cost.
    private var englishOfCost: String {
        switch self {
        case .shard: "Shard"
        case .processor: "CPU"
        case .weight: "Alone"
        case .candidates: "Looked at"
        case .rules: "Rules"
        default: ""
        }
    }

    /// Of the tables of incidents.
    private var englishOfIncidents: String {
        switch self {
        case .incident: "Incident"
        case .status: "Status"
        case .unit: "Unit"
        case .victim: "Victim"
        case .attacker: "Attacker"
        case .detections: "Detections"
        case .assignee: "Assignee"
        default: ""
        }
    }
}
