import WorkQueue

extension QueueText {
    var vietnamese: String {
        switch self {
        case .option:
            "Chia việc cho nhiều máy qua NATS JetStream, nats://máy[:cổng][,máy…][/DANH_SÁCH]: có đường dẫn thì giao việc, cùng quét và thu mọi kết quả; không có thì quét những gì lần chạy khác đã giao cho đến khi xong."
        case .error(let error): Self.vietnamese(error)
        case .goesOn: "Danh sách việc được để nguyên: chạy lại đúng lệnh này để đi tiếp."
        case .notForTakers(let option):
            "\(option) dành cho lần chạy nêu đường dẫn, không dành cho máy chỉ quét hộ"
        case .standardInput: "không chia được đầu vào chuẩn cho các máy khác"
        case .scanned(let units, let list):
            "Đã quét \(Number.grouped(units)) bản ghi của danh sách \(Escaping.shown(list))"
        case .otherBasis: "máy này có luật, danh sách hoặc tùy chọn khác với lần chạy đã giao việc"
        case .otherFile(let path):
            "máy này không thấy \(Escaping.shown(path)) giống như lần chạy đã giao việc"
        }
    }

    private static func vietnamese(_ error: WorkQueueError) -> String {
        switch error {
        case .notBuiltIn: "chương trình này được dựng không có libnats: --queue cần thư viện đó"
        case .address(let reason): "--queue: \(Escaping.shown(reason))"
        case .cannotConnect(let reason): "không nối được tới hàng đợi: \(Escaping.shown(reason))"
        case .held(let holder): "một lần chạy khác đang giữ danh sách việc này (\(Escaping.shown(holder)))"
        case .over: "danh sách việc đã xong"
        case .timedOut: "hàng đợi không trả lời"
        case .lost(let reason): "hàng đợi: \(Escaping.shown(reason))"
        case .tooLarge(let limit): "hàng đợi không nhận tin dài hơn \(Number.bytes(UInt64(max(0, limit))))"
        case .badID(let id): "hàng đợi không nhận tên \(Escaping.shown(id))"
        }
    }
}
