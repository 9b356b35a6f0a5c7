extension DigestNotice {
    var vietnamese: String {
        switch self {
        case .needsLedger: "tổng kết cần có sổ quét (--ledger TỆP)"
        case .unknownFormat(let path):
            "\(Escaping.shown(path)): tổng kết được ghi vào tệp có đuôi .txt, .html hoặc .json"
        case .excludesJSON: "--digest - và --json loại trừ nhau: cả hai đều dùng đầu ra chuẩn"
        case .needsSinks: "gửi tổng kết cần có danh sách nơi nhận (--sinks TỆP)"
        case .needsStore: "gửi tổng kết cần có kho sự cố (--store TỆP) để tổng kết chờ ở đó"
        case .noSink(let name, let nearest):
            "không có nơi nhận \(Escaping.shown(name))"
                + (nearest.map { "; có phải là \(Escaping.shown($0))?" } ?? "")
        case .failed(let sentence): "tổng kết: \(sentence)"
        case .queued(let sinks):
            "Tổng kết còn chờ \(sinks.map(Escaping.shown).joined(separator: ", ")), lần chạy sau sẽ gửi."
        }
    }
}
