extension EvidenceHeading {
    var english: String {
        switch self {
        case .file: "file"
        case .size: "bytes"
        case .purpose: "purpose"
        case .digest: "SHA-256"
        case .line: "line"
        case .time: "time"
        case .person: "person"
        case .host: "machine"
        case .action: "action"
        case .detail: "detail"
        }
    }
}
