extension DigestHeading {
    var vietnamese: String {
        switch self {
        case .files: "Tệp"
        case .notWhole: "Chưa quét trọn vẹn"
        case .coverage: "Mức bao phủ"
        case .incidents: "Sự cố mới"
        case .rules: "Luật theo số lần khớp"
        case .newRules: "Luật khớp lần đầu trong những đêm này"
        case .costs: "Luật theo chi phí"
        case .talkers: "Địa chỉ trao đổi nhiều nhất"
        case .holes: "Tệp có vẻ còn thiếu"
        case .nights: "So với các đêm trước"
        case .verdict: "Kết quả"
        case .file: "Tệp"
        case .reason: "Lý do"
        case .unit: "Đơn vị"
        case .sum: "Tổng"
        case .rule: "Luật"
        case .hits: "Số lần khớp"
        case .address: "Địa chỉ"
        case .bytes: "Byte"
        case .after: "Sau tệp"
        case .missing: "Số tệp thiếu"
        case .night: "Đêm"
        case .run: "Lần"
        case .filesScanned: "Tệp"
        case .faults: "Chưa trọn"
        case .detections: "Phát hiện"
        case .incidentsOpened: "Sự cố"
        case .code: "Mã"
        }
    }
}
