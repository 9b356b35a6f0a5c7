extension PolicyHelp {
    var vietnamese: String {
        switch self {
        case .networks: "Danh bạ mạng (YAML): địa chỉ thuộc đơn vị nào."
        case .suppressions: "Danh sách bỏ cảnh báo và ngưỡng (YAML): phát hiện nào không tính là cảnh báo."
        case .store: "Cơ sở dữ liệu sự cố (SQLite), được tạo nếu chưa có."
        case .sinks: "Danh sách nơi nhận sự kiện (YAML): syslog, webhook, thư, tệp."
        }
    }
}
