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
        case .captureRights: "Quyền bắt gói"
        case .interfaces: "Giao diện mạng"
        case .user: "Người dùng của dịch vụ"
        case .memory: "Bộ nhớ"
        case .defaults: "giá trị mặc định"
        case .unset: "chưa đặt"
        case .noEventLog: "không ghi"
        case .ruleCount(let count, let leftOut):
            "\(Number.grouped(count)) luật"
                + (leftOut > 0 ? ", \(Number.grouped(leftOut)) chỗ bị bỏ qua" : "")
        case .free(let bytes): "còn trống \(Number.bytes(bytes))"
        case .noCaptureRights: "thiếu CAP_NET_RAW: quét được tệp bắt gói, không bắt gói từ giao diện được"
        case .noInterfaces: "không có"
        case .isDown: "đang tắt"
        case .memoryNeeded(let bytes): "các hạn mức và bộ đệm của một giao diện là \(Number.bytes(bytes))"
        case .updateYara: "cài libyara từ 4.2 trở lên"
        case .nameRules: "chỉ ra thư mục luật bằng khóa 'rules' trong tệp cấu hình"
        case .checkRules(let place): "chạy 'haidang rules check \(place)' và sửa các luật được nêu"
        case .setLocale: "đặt LANG=C.UTF-8 để chữ tiếng Việt hiện đúng"
        case .makeWritable(let place): "cấp quyền ghi cho \(place), hoặc đổi khóa 'log.event-log'"
        case .makeRoom(let place): "dọn chỗ trên đĩa chứa \(place)"
        case .grantCapture(let program):
            "chạy 'sudo setcap cap_net_raw=eip \(program)', hoặc chạy bằng root kèm --user, "
                + "hoặc khởi động haidang-live.service"
        case .bringUpInterface: "xem lệnh 'ip link' cho biết gì"
        case .makeUser:
            "chạy 'sudo systemd-sysusers' sau 'make install', hoặc chỉ ra người dùng khác bằng --user"
        case .lowerBudgets:
            "giảm scan.budget, objects.budget, flow.held-in-all hoặc flow.fragments.bytes, hoặc giải phóng bộ nhớ"
        case .networks: "Danh bạ mạng"
        case .suppressions: "Bỏ cảnh báo"
        case .unitCount(let units, let networks):
            "\(Number.grouped(units)) đơn vị, \(Number.grouped(networks)) mạng"
        case .entryCount(let suppressions, let thresholds):
            "\(Number.grouped(suppressions)) mục bỏ cảnh báo, \(Number.grouped(thresholds)) ngưỡng"
        case .correctFile(let file): "sửa lại tệp \(file)"
        case .night(let text): text.vietnamese
        case .mend(let text): text.vietnamese
        case .verdict(0, 0): "Mọi thứ đều sẵn sàng."
        case .verdict(let warnings, 0): "Chạy được; có \(warnings) điều nên sửa."
        case .verdict(let warnings, let failures):
            "Chưa chạy được: \(failures) lỗi, \(warnings) điều nên sửa."
        }
    }
}
