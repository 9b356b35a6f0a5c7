import Incidents

extension ExportText {
    var vietnamese: String {
        switch self {
        case .command: "Xuất một sự cố sang định dạng của hệ thống khác."
        case .id: "Mã sự cố, ví dụ HD-20261128-3KF7Q2MD."
        case .format: "Định dạng: eve (dòng của nhật ký sự kiện), ocsf, misp hoặc stix."
        case .tlp:
            "Nhãn TLP 2.0: RED, AMBER+STRICT, AMBER, GREEN hoặc CLEAR; nếu không chỉ định thì là AMBER+STRICT."
        case .output: "Tệp để ghi ra, chỉ chủ sở hữu đọc được; nếu không chỉ định thì ghi ra đầu ra chuẩn."
        case .payload: "Kèm theo các byte khớp luật, nếu chính sách của cả hai mạng cho phép."
        case .error(.secret(unit: let unit), let id):
            "không xuất \(id): mạng của đơn vị \(Escaping.shown(unit)) là mạng mật, không dữ liệu nào được đưa ra ngoài"
        case .error(.nothingMayLeave, let id):
            "không xuất \(id): mọi phát hiện đều thuộc mạng mật, hoặc không đọc được để biết có thuộc hay không"
        case .withheld(let count):
            "\(Number.grouped(count)) phát hiện không được xuất vì thuộc mạng mật, hoặc không đọc được để biết có thuộc hay không"
        case .drill: "sự cố diễn tập không được xuất: hệ thống khác sẽ tưởng là sự cố thật"
        case .leftOut(let count, let limit):
            "\(Number.grouped(count)) phát hiện không có trong bản xuất: mỗi bản chỉ chứa tối đa \(Number.grouped(limit)) phát hiện, lấy từ sớm nhất"
        }
    }
}
