extension LedgerHelp {
    var vietnamese: String {
        switch self {
        case .ledger:
            "Bỏ qua những gì sổ quét này (SQLite, được tạo nếu chưa có) đã ghi là quét xong với cùng luật và tùy chọn, và ghi thêm phần còn lại."
        case .resume: "Tiếp tục lần quét bị ngắt; báo lỗi nếu không có lần nào."
        case .settle: "Để lại cho lần sau những tệp vừa thay đổi trong khoảng thời gian này."
        case .back:
            "Chạy thêm các luật và chỉ dấu mới trên những tệp của N đêm gần nhất; một đêm là một lần chạy có quét tệp."
        }
    }
}
