extension ReportHeading {
    var vietnamese: String {
        switch self {
        case .profile: "Hồ sơ"
        case .form: "Biểu mẫu"
        case .title: "Tên"
        case .about: "Về"
        case .clocks: "Thời hạn"
        case .incident: "sự cố"
        case .period: "khoảng ngày"
        }
    }
}
