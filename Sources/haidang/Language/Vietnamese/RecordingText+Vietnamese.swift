extension RecordingText {
    var vietnamese: String {
        switch self {
        case .command: "Lấy các gói tin của một luồng ra khỏi bản ghi."
        case .folder: "Thư mục mà `live --record` đã ghi vào."
        case .communityID: "Community ID của luồng, như trong sự kiện."
        case .from: "Chỉ lấy gói tin từ thời điểm này (ISO 8601, ví dụ 2026-11-24T01:00:00Z)."
        case .to: "Chỉ lấy gói tin đến thời điểm này."
        case .write: "Tệp pcapng để ghi ra."
        case .found(let frames, let read, let all):
            "\(Number.grouped(frames)) khung; đã đọc \(Number.bytes(read)) trong \(Number.bytes(all))"
        case .problem(let file, let reason): "\(Escaping.shown(file)): \(SystemReason.translated(reason))"
        case .noCommunityID(let text):
            "\(Escaping.shown(text)) không phải là Community ID (ví dụ 1:LQU9qZlK+B5F3KDmev6m5PMibrg=)"
        case .noTime(let text):
            "\(Escaping.shown(text)) không phải là thời điểm theo ISO 8601, ví dụ 2026-11-24T01:00:00Z"
        }
    }
}
