import Capture
import Sensor

extension LiveText {
    var vietnamese: String {
        switch self {
        case .noInterface: "hãy nêu giao diện mạng bằng --interface (haidang doctor liệt kê các giao diện)"
        case .started: "đang bắt gói; kết thúc bằng SIGINT hoặc SIGTERM"
        case .notice(let notice): Self.vietnamese(notice)
        case .rulesReplaced(let count, let leftOut):
            leftOut == 0
                ? "đã dùng bộ luật mới: \(count) luật"
                : "đã dùng bộ luật mới: \(count) luật; bỏ ra: \(leftOut)"
        case .rulesKept(let reason): "giữ nguyên bộ luật cũ: \(reason)"
        case .notReopened(let path, let reason):
            "không mở lại được \(Escaping.shown(path)), tiếp tục ghi vào tệp cũ: \(reason)"
        }
    }

    private static func vietnamese(_ notice: PipelineNotice) -> String {
        switch notice {
        case .interfaceLost(let error): ProblemText.capture(error).vietnamese
        case .interfaceBack(let name): "giao diện mạng \(Escaping.shown(name)) đã hoạt động trở lại"
        case .savefileRead: "đã đọc xong một tệp bắt gói"
        case .rulesRefused: "không đủ bộ nhớ cho bộ luật mới ở một luồng xử lý: vẫn dùng bộ luật cũ"
        case .recording(.stopped(let reason)): "đã ngừng ghi gói tin: \(SystemReason.translated(reason))"
        case .recording(.resumed(let lost)): "ghi gói tin trở lại; số khung bị mất trong lúc đó: \(lost)"
        case .recording(.finished(let file, _, _, _)): "đã ghi xong \(Escaping.shown(file))"
        case .recording(.removed(let file, _)): "đã xóa \(Escaping.shown(file))"
        }
    }
}
