extension NightRemedyText {
    var vietnamese: String {
        switch self {
        case .nameLedger: "chỉ ra sổ quét bằng khóa 'ledger' trong tệp cấu hình, hoặc bằng --ledger"
        case .openLedger(let path):
            "giao cho người dùng của dịch vụ tệp \(path), các tệp bên cạnh có tên bắt đầu như vậy, và thư mục chứa nó"
        case .moveLedger(let path): "dời \(path) đi: lần quét sau tạo sổ mới và quét lại mọi tệp"
        case .updateProgram: "cài phiên bản haidang đã ghi sổ này, hoặc mới hơn"
        case .freeDisk(let path): "dọn chỗ trên đĩa chứa \(path)"
        case .waitForRun: "chờ lần đó xong: lần quét thứ hai cùng lúc bị từ chối với mã 75"
        case .resume(let path):
            "tiếp tục bằng 'haidang scan --resume --ledger \(path)', hoặc để lần quét sau làm tiếp"
        case .startRun: "chạy 'sudo systemctl start haidang-scan.service' để thấy một lần rằng nó hoạt động"
        case .readExitCode(let code):
            "'journalctl -u haidang-scan.service' cho biết những gì chưa được quét; mã \(code) được giải thích trong OPERATIONS.md"
        case .lookAtTimer: "xem 'systemctl list-timers haidang-scan.timer', hoặc nhật ký của cron"
        case .lookAsService(let user): "chạy 'sudo -u \(user) haidang doctor --nightly' với cùng các tùy chọn"
        case .namePaths: "nêu thư mục tệp bắt gói: haidang doctor --nightly THƯ_MỤC"
        case .putSavefiles: "đặt tệp bắt gói vào đó; lần quét không có tệp nào kết thúc với mã 5"
        case .grantRead(let user):
            "cho người dùng '\(user)' quyền đọc các tệp đó và vào mọi thư mục phía trên"
        case .grantWrite(let folder, let user):
            "cho người dùng '\(user)' quyền ghi vào \(folder): sudo install -d -o \(user) -g \(user) -m 0750 \(folder)"
        case .setClock: "chỉnh lại đồng hồ, và xem 'timedatectl'"
        case .keepClock: "khởi động systemd-timesyncd hoặc chrony, hoặc thỉnh thoảng chỉnh giờ bằng tay"
        case .useCron: "share/doc/haidang/examples/cron.d/haidang-scan là ví dụ cho cron"
        case .enableTimer: "chạy 'sudo systemctl enable --now haidang-scan.timer'"
        }
    }
}
