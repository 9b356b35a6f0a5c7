extension IncidentHelp {
    var vietnamese: String {
        switch self {
        case .command: "Công việc của đội ứng cứu với các sự cố."
        case .list: "Liệt kê sự cố; mặc định chỉ những sự cố chưa xong."
        case .show:
            "Xem một sự cố: chuyện gì, với ai, từ khi nào, bằng chứng và nhật ký. Việc xem được ghi lại."
        case .acknowledge: "Tiếp nhận sự cố."
        case .start: "Bắt đầu xử lý."
        case .resolve: "Đánh dấu đã khắc phục."
        case .close: "Đóng sự cố đã khắc phục."
        case .falsePositive: "Đánh dấu cảnh báo nhầm."
        case .reopen: "Mở lại sự cố."
        case .assign: "Phân công sự cố cho một người."
        case .note: "Thêm ghi chú vào nhật ký sự cố."
        case .merge: "Nhập một sự cố vào sự cố khác."
        case .id: "Mã sự cố, hoặc phần đầu hay phần cuối của mã."
        case .ids: "Một hay nhiều mã sự cố."
        case .into: "Sự cố nhận."
        case .assignee: "Người được phân công; trống là không ai."
        case .words: "Nội dung ghi chú."
        case .person: "Người thực hiện; mặc định là tên đăng nhập."
        case .noteOption: "Ghi chú kèm theo."
        case .status: "Chỉ những trạng thái này."
        case .severity: "Mức này hoặc nặng hơn: 1 (nghiêm trọng) đến 4 (thấp)."
        case .unit: "Đơn vị bị hại, theo mã trong danh bạ mạng."
        case .assigned: "Người phụ trách."
        case .category: "Loại sự cố."
        case .rule: "Tên luật có chứa đoạn chữ này."
        case .from: "Từ ngày này (UTC)."
        case .to: "Đến hết ngày này (UTC)."
        case .all: "Cả những sự cố đã xong và đã nhập vào sự cố khác."
        case .limit: "Số sự cố tối đa được liệt kê."
        case .detections: "Số phát hiện tối đa được xem chi tiết."
        case .json: "Mỗi sự cố một dòng JSON."
        }
    }
}
