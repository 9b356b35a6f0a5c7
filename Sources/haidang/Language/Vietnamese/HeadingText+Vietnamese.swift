extension HeadingText {
    var vietnamese: String {
        switch self {
        case .time: "Thời điểm (UTC)"
        case .severity: "Mức độ"
        case .rule: "Luật"
        case .flow: "Luồng (máy khách → máy chủ)"
        case .object: "Đối tượng"
        case .place: "Vị trí"
        case .excerpt: "Trích đoạn"
        case .file: "Tệp"
        case .stream: "Luồng"
        case .sender: "Bên gửi"
        case .receiver: "Bên nhận"
        case .bytes: "Byte"
        case .digest: "SHA-256"
        case .gaps: "Byte thiếu"
        case .transport: "Giao thức"
        case .client: "Máy khách"
        case .server: "Máy chủ"
        case .packetsToServer: "Gói →"
        case .packetsToClient: "Gói ←"
        case .bytesToServer: "Byte →"
        case .bytesToClient: "Byte ←"
        case .communityID: "Community ID"
        case .packets: "Gói"
        case .decoded: "Giải mã được"
        case .anomalies: "Bất thường"
        case .number: "Số hiệu"
        case .line: "Nơi khai báo"
        case .port: "Cổng"
        case .application: "Ứng dụng"
        case .hits: "Phát hiện"
        case .shard, .processor, .weight, .candidates, .rules: vietnameseOfCost
        case .incident, .status, .unit, .victim, .attacker, .detections, .assignee: vietnameseOfIncidents
        case .oldHits: "Luật cũ"
        case .flows: "Luồng"
        case .objects: "Tệp"
        case .units: "Đơn vị"
        case .first: "Đầu tiên (UTC)"
        case .last: "Cuối cùng (UTC)"
        case .scope: "Đối tượng"
        case .modules: "Mô-đun"
        case .strings: "Chuỗi"
        case .technique: "ATT&CK"
        case .category: "Loại"
        case .meaning: "Mô tả"
        case .verdict: "Kết quả"
        case .expected: "Phải"
        case .capture: "Bản bắt gói"
        case .change: "Thay đổi"
        case .parts: "Phần"
        case .name: "tên"
        case .contentType: "kiểu"
        case .complete: "đủ"
        case .frame: "khung"
        case .fields: "nội dung"
        case .yes: "có"
        case .no: "không"
        }
    }

    /// Of the tables of what rules cost.
    private var vietnameseOfCost: String {
        switch self {
        case .shard: "Nhóm"
        case .processor: "Xử lý"
        case .weight: "Chạy riêng"
        case .candidates: "Phải xét"
        case .rules: "Luật"
        default: ""
        }
    }

    /// Of the tables of incidents.
    private var vietnameseOfIncidents: String {
        switch self {
        case .incident: "Sự cố"
        case .status: "Trạng thái"
        case .unit: "Đơn vị"
        case .victim: "Bên bị hại"
        case .attacker: "Bên tấn công"
        case .detections: "Phát hiện"
        case .assignee: "Phụ trách"
        default: ""
        }
    }
}
