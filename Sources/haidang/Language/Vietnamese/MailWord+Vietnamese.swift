import Incidents

extension MailWord {
    var vietnamese: String {
        switch field {
        case .severity: "Mức độ"
        case .actNow: "xử lý ngay"
        case .serious: "nghiêm trọng"
        case .moderate: "trung bình"
        case .note: "ghi nhận"
        case .category: "Loại"
        case .unit: "Đơn vị"
        case .time: "Thời điểm (UTC)"
        case .source: "Nguồn"
        case .destination: "Đích"
        case .rule: "Luật"
        case .sensor: "Cảm biến"
        case .event: "Mã sự kiện"
        case .record: "Bản ghi"
        }
    }
}
