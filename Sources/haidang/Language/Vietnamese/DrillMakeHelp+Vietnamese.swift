extension DrillMakeHelp {
    var vietnamese: String {
        switch self {
        case .command: "Dựng bài diễn tập từ bản bắt gói thật, không còn dấu vết về nguồn gốc."
        case .detail:
            """
            Tách mọi trao đổi giữa các máy có trong cảnh báo, rồi thay địa chỉ (trong phần đầu gói, dạng văn bản và trong DNS), địa chỉ \
            phần cứng và các chuỗi của --replace, thống nhất ở mọi nơi và giữ nguyên số byte. Sau đó chứng minh bộ máy phát hiện đúng \
            như trước và tìm lại từng giá trị gốc trong khung, dòng đã ghép và đối tượng đã trích; luồng nào còn giá trị gốc thì bị bỏ. \
            Thư mục nhận traffic.pcapng và bản nháp drill.yml. Những gì nén hoặc mã hóa mà bộ máy không đọc được thì không \
            tìm được: hãy xem lại bài diễn tập trước khi đưa ra ngoài.
            """
        case .capture: "Bản bắt gói (pcap hoặc pcapng, kể cả đã nén)."
        case .from: "Nhật ký sự kiện có các cảnh báo; nếu không cho, bản bắt gói được quét trước."
        case .output: "Thư mục của bài diễn tập; phải chưa tồn tại."
        case .replace:
            "Các chuỗi cần thay, mỗi dòng một chuỗi: tên người, tổ chức, máy, tên miền; cả địa chỉ."
        case .key: "Khóa dùng để thay, tệp từ 16 byte; cùng khóa thì thay như nhau. Mặc định: khóa mới."
        case .drop: "Bỏ các luồng không làm sạch được, kể cả khi mất phát hiện."
        case .start: "Thời điểm bắt khung đầu tiên, như 2026-01-05T08:00:00Z. Mặc định: như bản gốc."
        }
    }
}
