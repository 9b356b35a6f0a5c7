import Drills

extension DrillMakeText {
    var vietnamese: String {
        switch self {
        case .exists(let path): "'\(Escaping.shown(path))' đã tồn tại; mỗi bài diễn tập cần một thư mục riêng"
        case .unreadable(let path): "không đọc được '\(Escaping.shown(path))'"
        case .shortKey(let path, let least):
            "'\(Escaping.shown(path))' không phải là khóa: ít hơn \(least) byte"
        case .needsFile: "bản bắt gói được đọc nhiều lần nên phải là một tệp"
        case .badTime(let text): "'\(Escaping.shown(text))' không phải là thời điểm như 2026-01-05T08:00:00Z"
        case .written(let path): "Đã ghi bài diễn tập: \(Escaping.shown(path))"
        case .taken(let frames, let all):
            "Số khung đã tách: \(Number.grouped(frames)) trên \(Number.grouped(all))"
        case .found(let detections, let alerts):
            "Phát hiện: \(Number.grouped(detections)), đúng như bản gốc (số cảnh báo đã đọc: \(Number.grouped(alerts)))"
        case .replaced(let addresses): "Số địa chỉ đã thay: \(Number.grouped(addresses))"
        case .damaged(let path, let reason):
            "chưa đọc hết \(Escaping.shown(path)): \(SystemReason.translated(reason, .vietnamese))"
        case .dropped(let flow): "đã bỏ luồng: \(Self.ends(flow)): \(Self.vietnamese(flow.reason))"
        case .lost(let lost):
            "không có trong bài diễn tập: \(Escaping.shown(lost.rule)), khung \(Number.grouped(lost.frame))"
        case .coincidences(let count):
            "Có \(Number.grouped(count)) chỗ mà các byte tình cờ trùng với một địa chỉ gốc; chúng được giữ nguyên."
        case .strangers(let texts):
            "các địa chỉ dạng văn bản không thuộc máy nào trong bản bắt gói được giữ nguyên; hãy nêu trong --replace: "
                + texts.joined(separator: ", ")
        case .noAlerts: "không có cảnh báo nào để dựng bài diễn tập"
        case .nothingTaken: "bản bắt gói không có khung nào giữa các máy có trong cảnh báo"
        case .nothingFound: "bộ máy không phát hiện gì trong phần đã tách, nên không có gì để diễn tập"
        case .interrupted: "bị ngắt; chưa ghi gì"
        case .tooLarge(let limit):
            "các máy trong cảnh báo trao đổi hơn \(Number.grouped(limit >> 20)) MiB; hãy chọn ít cảnh báo hơn"
        case .tooManyAddresses(let limit): "bản bắt gói có hơn \(Number.grouped(limit)) địa chỉ"
        case .tooManyTexts(let limit): "có hơn \(Number.grouped(limit)) chuỗi cần thay"
        case .noKey(let tries):
            "đã thử \(tries) khóa mà vẫn có giá trị thay trùng với giá trị gốc: bản bắt gói có quá nhiều địa chỉ"
        case .unusableText(let text): "'\(Escaping.shown(text))' quá ngắn hoặc quá dài để thay"
        case .leak(let place): "vẫn còn giá trị gốc (\(Escaping.shown(place))); chưa ghi gì"
        case .losses(let count):
            "không giữ được \(Number.grouped(count)) phát hiện vì luồng của chúng không làm sạch được; --drop bỏ các luồng đó"
        }
    }

    private static func vietnamese(_ reason: DroppedFlow.Reason) -> String {
        switch reason {
        case .leak(let place): "vẫn còn giá trị gốc (\(place))"
        case .detections: "bộ máy phát hiện khác với bản gốc"
        }
    }
}
