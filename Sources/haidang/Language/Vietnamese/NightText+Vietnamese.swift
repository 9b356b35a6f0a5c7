extension NightText {
    var vietnamese: String {
        switch self {
        case .progress(let forecast): Self.vietnamese(forecast)
        case .notice(let notice): Self.vietnamese(notice)
        case .more(let kind, let count):
            switch kind {
            case .missing: "còn \(Number.grouped(count)) chỗ khác thiếu tệp"
            case .pause: "còn \(Number.grouped(count)) chỗ khác không có khung nào giữa hai tệp"
            case .overlap: "còn \(Number.grouped(count)) tệp khác chồng lên tệp trước"
            }
        case .leftOver(let files, let bytes):
            "Để lại lần sau: \(Number.grouped(files)) tệp, \(Number.bytes(bytes))"
        case .hunted(let files, let detections):
            "Luật mới: đã chạy trên \(Number.grouped(files)) tệp của các đêm trước, \(Number.grouped(detections)) phát hiện"
        case .older(let count):
            "\(Number.grouped(count)) tệp đã biết chỉ được quét bằng luật cũ; --back N chạy luật mới trên đó"
        case .badUntil(let text):
            "\(Escaping.shown(text)) không phải giờ trong ngày: hãy viết như 06:30 hoặc 06:30:00"
        case .badMemory(let text): "\(Escaping.shown(text)) không phải kích thước: hãy viết như 2GiB"
        case .tooLittleMemory(let least):
            "--max-memory quá nhỏ cho bộ luật này: cần ít nhất \(Number.bytes(least))"
        case .badNumber(let option, let least, let most): "\(option) nhận một số từ \(least) đến \(most)"
        case .backNeedsLedger:
            "--back cần có sổ quét (--ledger TỆP): sổ này biết tệp nào đã quét bằng luật nào"
        case .needsNightly: "--ledger và đường dẫn chỉ dùng cùng --nightly"
        case .cannotNice: "không đổi được độ ưu tiên của tiến trình này"
        }
    }

    private static func vietnamese(_ forecast: ScanForecast) -> String {
        let files = "\(Number.grouped(forecast.files))/\(Number.grouped(forecast.allFiles)) tệp"
        let bytes = "\(Number.bytes(forecast.bytes))/\(Number.bytes(forecast.allBytes))"
        let far = forecast.allBytes > 0 ? "\(files), \(bytes)" : files
        guard let left = forecast.left else { return far }
        guard forecast.isTooLong, let room = forecast.room else {
            return "\(far), còn khoảng \(SpanText.about(left))"
        }
        return
            "\(far), còn khoảng \(SpanText.about(left)) nhưng \(SpanText.about(room)) nữa là dừng"
    }

    private static func vietnamese(_ notice: UnitNotice) -> String {
        switch notice {
        case .missing(let count, let after, let before):
            "thiếu \(Number.grouped(count)) tệp giữa \(Escaping.shown(after)) và \(Escaping.shown(before))"
        case .pause(let time, let after, let before):
            "không có khung nào trong \(SpanText.short(.nanoseconds(time))) giữa \(Escaping.shown(after)) và \(Escaping.shown(before)): có thiếu tệp không?"
        case .overlap(let time, let after, let before):
            "\(Escaping.shown(before)) bắt đầu \(SpanText.short(.nanoseconds(time))) trước khi \(Escaping.shown(after)) kết thúc: được quét riêng"
        }
    }
}
