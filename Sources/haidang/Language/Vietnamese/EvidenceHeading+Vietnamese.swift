extension EvidenceHeading {
    var vietnamese: String {
        switch self {
        case .file: "tệp"
        case .size: "byte"
        case .purpose: "nội dung"
        case .digest: "SHA-256"
        case .line: "dòng"
        case .time: "lúc"
        case .person: "người"
        case .host: "máy"
        case .action: "việc"
        case .detail: "chi tiết"
        }
    }
}
