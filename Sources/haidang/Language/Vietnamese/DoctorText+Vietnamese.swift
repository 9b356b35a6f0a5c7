extension DoctorText {
    var vietnamese: String {
        switch self {
        case .program: "Chương trình"
        case .libpcap: "Thư viện libpcap"
        case .libyara: "Thư viện libyara"
        case .configuration: "Cấu hình"
        case .rules: "Luật"
        case .locale: "Bảng mã"
        case .eventLog: "Sổ sự kiện"
        case .defaults: "giá trị mặc định"
        case .unset: "chưa đặt"
        case .noEventLog: "không ghi"
        case .ruleCount(let count, let leftOut):
            "\(Number.grouped(count)) luật"
                + (leftOut > 0 ? ", \(Number.grouped(leftOut)) chỗ bị bỏ qua" : "")
        case .free(let bytes): "còn trống \(Number.bytes(bytes))"
        case .updateYara: "cài libyara từ 4.2 trở lên"
        case .nameRules: "chỉ ra thư mục luật bằng khóa 'rules' trong tệp cấu hình"
        case .checkRules(let place): "chạy 'haidang rules check \(place)' và sửa các luật được nêu"
        case .setLocale: "đặt LANG=C.UTF-8 để chữ tiếng Việt hiện đúng"
        case .makeWritable(let place): "cấp quyền ghi cho \(place), hoặc đổi khóa 'log.event-log'"
        case .makeRoom(let place): "dọn chỗ trên đĩa chứa \(place)"
        case .verdict(0, 0): "Mọi thứ đều sẵn sàng."
        case .verdict(let warnings, 0): "Chạy được; có \(warnings) điều nên sửa."
        case .verdict(let warnings, let failures):
            "Chưa chạy được: \(failures) lỗi, \(warnings) điều nên sửa."
        }
    }
}
