extension LiveHelp {
    var vietnamese: String {
        switch self {
        case .command: "Bắt gói trực tiếp từ giao diện mạng, kiểm tra, và ghi lại nếu được yêu cầu."
        case .interface: "Giao diện mạng để bắt gói; có thể nêu nhiều lần."
        case .filter: "Bộ lọc BPF, như của tcpdump."
        case .snaplen: "Số byte tối đa được bắt của mỗi khung."
        case .buffer: "Bộ đệm của nhân cho mỗi luồng bắt gói, tính bằng MiB."
        case .promiscuous: "Bắt cả khung gửi cho máy khác."
        case .captureThreads: "Số luồng bắt gói cho mỗi giao diện."
        case .workers: "Số luồng kiểm tra (mặc định: số bộ xử lý trừ một)."
        case .record: "Ghi lại những gì bắt được vào thư mục này."
        case .recordLimit: "Dung lượng tối đa của thư mục, tính bằng MiB; tệp cũ nhất bị xóa."
        case .recordCompression: "Cách nén tệp ghi."
        case .user: "Chuyển sang người dùng này sau khi mở xong mọi thứ."
        case .metrics: "Phục vụ số liệu cho Prometheus tại địa chỉ này (chỉ nêu cổng: chỉ trên máy này)."
        case .watchRules: "Tự nạp lại luật khi tệp luật thay đổi."
        case .duration: "Kết thúc sau số giây này."
        case .json: "Mỗi phát hiện là một dòng JSON như trong sổ sự kiện."
        case .detail:
            """
            Tín hiệu: INT và TERM xử lý nốt phần dở dang rồi kết thúc (INT lần hai: dừng ngay); HUP mở lại sổ sự kiện; USR2 \
            nạp lại luật. Không có mất mát nào bị giấu: mọi khung không được kiểm tra đều được đếm và báo ra.

            Mã thoát: 0 hết thời gian, không phát hiện gì; 1 có phát hiện; 2 sai cách dùng hoặc cấu hình; 3 có khung \
            hoặc byte bị mất, hoặc có luật bị bỏ ra; 4 không luật nào biên dịch được; 5 không có giao diện hoặc không có \
            quyền; 6 lỗi nội bộ; 130, 143 kết thúc bởi INT, TERM.
            """
        }
    }
}
