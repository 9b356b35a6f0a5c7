extension DrillOption {
    var vietnamese: String {
        switch self {
        case .to: "Thư mục của lần phát, sẽ được tạo (mặc định: theo kịch bản và giờ)."
        case .store:
            "Cơ sở dữ liệu diễn tập, sẽ được tạo, ở nơi đội phòng thủ truy cập được (mặc định: trong thư mục)."
        case .pace: "Nhanh gấp bao nhiêu lần, đến 1000; 0 là nhanh hết mức (mặc định: theo kịch bản)."
        case .start:
            "Bắt đầu vào giờ của bản bắt gói, mọi lần phát cho cùng kết quả, hoặc ngay bây giờ, như đội phòng thủ sẽ thấy."
        case .from: "Nhảy ngay tới thời điểm này của kịch bản, như 12m."
        case .workers: "Số luồng xử lý."
        case .interface:
            "Gửi các gói ra giao diện này thay vì kiểm tra tại đây; kịch bản phải nêu tên nó, và nó không được thuộc live.interfaces."
        case .json: "Mỗi dòng một đối tượng JSON, như trong sổ sự kiện."
        case .drillFile: "Chấm theo drill.yml này, thay cho tệp đã phát."
        case .events: "Sổ sự kiện của thiết bị quan trắc đã thấy cuộc diễn tập; có thể nêu nhiều lần."
        case .watch: "Xem lại mỗi giây."
        case .category: "Loại: malware, intrusion, dos, leak, deface, phishing, recon, policy hoặc other."
        case .unit: "Đơn vị bị hại, theo mã trong danh bạ mạng."
        case .technique: "Một kỹ thuật ATT&CK; có thể nêu nhiều lần."
        case .firstPacket: "Số thứ tự của gói mang những byte đầu tiên khớp luật."
        case .host: "Một máy bị ảnh hưởng; có thể nêu nhiều lần."
        case .junit: "Ghi kết quả vào tệp này theo dạng XML của JUnit."
        }
    }
}
