extension LogbookOption {
    var vietnamese: String {
        switch self {
        case .file: "sổ nhật ký"
        case .table: "bảng các hành động"
        case .at: "lúc thực hiện, hoặc lúc bắt đầu"
        case .until: "lúc kết thúc"
        case .title: "đã làm gì, trong một dòng"
        case .from: "địa chỉ hoặc mạng thực hiện"
        case .to: "địa chỉ hoặc mạng bị nhắm đến"
        case .port: "cổng của mục tiêu"
        case .technique: "kỹ thuật ATT&CK, ví dụ T1190 hoặc T1505.003"
        case .result:
            "kết quả theo lời đội tấn công: succeeded (thành công), failed (thất bại), unknown (không rõ)"
        case .evidence: "tệp bằng chứng; tên, kích thước và SHA-256 của tệp được ghi lại"
        case .evidenceText: "bằng chứng bằng lời"
        case .team: "đội thực hiện"
        case .note: "ghi chú thêm"
        case .person: "người ghi; mặc định là tên đăng nhập"
        case .corrects: "số của mục mà mục này thay thế"
        case .json: "in các dòng JSON"
        case .jsonVerify: "in kết luận thành một đối tượng JSON"
        case .anchor: "mã băm đã lưu: sổ phải có dòng mang mã băm này"
        case .events: "các sổ sự kiện của thiết bị, cũ trước mới sau"
        case .within: "cảnh báo được đến muộn bao lâu sau hành động, ví dụ 30s, 10m hoặc 2h (10m)"
        }
    }
}
