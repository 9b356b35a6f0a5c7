import NetTypes

extension NightCheckText {
    var vietnamese: String {
        switch self {
        case .account: "Người dùng đang kiểm tra"
        case .ledger: "Sổ quét"
        case .holder: "Lần quét đang chạy"
        case .lastRun: "Lần quét gần nhất"
        case .savefiles: "Tệp bắt gói"
        case .clock: "Đồng hồ"
        case .timer: "Hẹn giờ"
        case .place(let kind): kind.vietnamese
        case .rootReadsAll: "đọc được cả những gì người dùng của dịch vụ không đọc được"
        case .noLedger: "không có: đêm nào cũng quét lại mọi tệp"
        case .notMade: "chưa có, lần quét đầu tiên sẽ tạo ra"
        case .ledgerSize(let bytes, let runs, let kept):
            "\(Number.bytes(bytes)), \(Number.grouped(runs)) lần quét (giữ lại \(Number.grouped(kept)))"
        case .noRun: "chưa có lần nào"
        case .cutOff(let since, let files):
            "lần bắt đầu \(PreviewText.time(since)) UTC bị ngắt sau \(Number.grouped(files)) tệp"
        case .atWork(let since): "đang chạy từ \(PreviewText.time(since)) UTC"
        case .finished(let time, let code): "kết thúc \(PreviewText.time(time)) UTC với mã \(code)"
        case .longAgo: "đã hơn 26 giờ"
        case .nothingAsked: "chưa lần quét nào được giao tệp, và không có đường dẫn nào được nêu"
        case .savefileCount(let count): "\(Number.grouped(count)) tệp"
        case .unreadable(let count, let first):
            "không đọc được \(Number.grouped(count)) tệp, tệp đầu tiên là \(first)"
        case .needed(let bytes): "có thể cần \(Number.bytes(bytes))"
        case .clockBehind(let now, let latest):
            "đang chỉ \(PreviewText.time(now)) UTC, sớm hơn lần quét gần nhất (\(PreviewText.time(latest)) UTC)"
        case .clockKept: "được đồng bộ"
        case .clockNotKept: "không được đồng bộ với đồng hồ nào"
        case .clockUnknown: "nhân hệ điều hành không cho biết có được đồng bộ không"
        case .noSystemd: "máy này không chạy systemd; cron không được kiểm tra"
        }
    }
}

extension NightPlace.Kind {
    fileprivate var vietnamese: String {
        switch self {
        case .ledger: "Chỗ của sổ quét"
        case .eventLog: "Sổ sự kiện"
        case .store: "Kho sự cố"
        case .recordings: "Bản ghi lưu lượng"
        }
    }
}
