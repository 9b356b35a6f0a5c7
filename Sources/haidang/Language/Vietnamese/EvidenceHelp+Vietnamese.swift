extension EvidenceHelp {
    var vietnamese: String {
        switch self {
        case .evidence: "Xuất chứng cứ của sự cố, kiểm chứng và xem chứng cứ."
        case .export: "Xuất hồ sơ chứng cứ của một sự cố."
        case .exportDetail:
            """
            Hồ sơ gồm gói tin của các luồng thuộc sự cố, các đối tượng trong đó (được niêm phong, hoặc trong tệp zip có mật khẩu \
            "infected", không bao giờ ở dạng nguyên gốc), sự kiện, luật, phiên bản, số liệu mất mát, bảng kê SHA-256 và \
            nhật ký bảo quản nối chuỗi. Những gì không tìm thấy đều ghi trong bảng kê. Hồ sơ đã có không bao giờ bị ghi đè.

            Mã thoát: 0 đầy đủ; 2 không ghi được thư mục hoặc hồ sơ đã có; 3 thiếu gói tin hoặc đối tượng; \
            5 không có sự cố đó, hoặc không đọc được khóa; 130, 143 bị ngắt, không để lại gì.
            """
        case .verify: "Cho biết hồ sơ chứng cứ còn nguyên vẹn, hay tệp nào, dòng nào đã đổi."
        case .verifyDetail:
            """
            Kiểm tra từng byte. Ai ghi được vào thư mục đều có thể làm lại cả hồ sơ với chuỗi khớp: chỉ mã băm được giữ ở nơi khác \
            (--anchor) mới chứng minh được đó vẫn là hồ sơ cũ.

            Mã thoát: 0 nguyên vẹn; 1 đã bị sửa; 5 không phải hồ sơ chứng cứ, hoặc không đọc được.
            """
        case .view: "Xem hồ sơ có gì, ai đã giữ, và ghi lại việc xem."
        case .open: "Mở niêm phong một đối tượng và ghi lại việc mở. Đối tượng có thể độc hại."
        case .openDetail: "Việc mở được ghi lại trước khi đối tượng được ghi ra. Tệp đã có không bị ghi đè."
        case .key: "Tạo một cặp khóa để niêm phong đối tượng."
        case .keyDetail:
            """
            NAME.pub đặt trên thiết bị quan trắc (evidence.key). NAME.key dùng để mở niêm phong: hãy cất ở nơi không có \
            thiết bị quan trắc nào.
            """
        case .incident: "mã sự cố, ví dụ HD-20261128-3KF7Q2MD"
        case .folder: "thư mục hồ sơ chứng cứ"
        case .to: "thư mục chứa hồ sơ được xuất"
        case .objects:
            "đối tượng: none (không xuất), sealed (niêm phong, cần khóa) hoặc zip; mặc định niêm phong nếu có khóa, nếu không thì không xuất"
        case .publicKey: "khóa công khai để niêm phong đối tượng (evidence.key)"
        case .recording: "thư mục bản ghi lưu lượng (recording.folder)"
        case .eventLog: "sổ sự kiện có số liệu mất mát của thiết bị (log.event-log)"
        case .jsonExport: "in kết quả xuất thành một đối tượng JSON"
        case .anchor: "mã băm đã lưu: nhật ký bảo quản phải có dòng mang mã băm này"
        case .jsonVerify: "in kết luận thành một đối tượng JSON"
        case .note: "lý do xem, ghi vào nhật ký bảo quản"
        case .secretKey: "khóa bí mật của đội"
        case .object: "SHA-256 của đối tượng"
        case .output: "tệp mà đối tượng được ghi ra"
        }
    }
}
