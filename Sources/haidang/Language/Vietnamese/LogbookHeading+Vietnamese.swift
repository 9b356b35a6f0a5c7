extension LogbookHeading {
    var vietnamese: String {
        switch self {
        case .number: "số"
        case .time: "lúc"
        case .title: "hành động"
        case .from: "từ"
        case .to: "đến"
        case .technique: "kỹ thuật"
        case .result: "đội tấn công nói"
        case .evidence: "bằng chứng"
        case .team: "đội"
        case .person: "người ghi"
        case .remark: "ghi chú"
        case .detected: "phát hiện"
        case .delay: "sau"
        case .effect: "tác động"
        case .alerts: "cảnh báo"
        case .rules: "luật"
        case .incidents: "sự cố"
        case .flows: "luồng có trả lời"
        }
    }
}
