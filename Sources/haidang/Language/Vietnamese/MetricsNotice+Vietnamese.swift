extension MetricsNotice {
    var vietnamese: String {
        switch self {
        case .noAddress(let text):
            "'\(Escaping.shown(text))' không phải là địa chỉ và cổng (ví dụ: 127.0.0.1:9464, [::1]:9464, 9464)"
        case .cannotListen(let address, let reason):
            "không mở được \(address) để cung cấp số đo: \(SystemReason.translated(reason, .vietnamese))"
        case .open(let address):
            "số đo ở \(address) không chỉ máy này đọc được; hãy chặn bằng tường lửa hoặc dùng 127.0.0.1"
        case .serving(let address): "Số đo: http://\(address)/metrics"
        }
    }
}
