extension HelpText {
    var vietnamese: String {
        switch self {
        case .program:
            "Hải Đăng: giám sát an ninh mạng cho trung tâm dữ liệu, quét nội dung gói bằng luật YARA."
        case .scan: "Quét các tệp bắt gói (pcap) bằng luật YARA."
        case .scanDetail:
            """
            Đọc pcap và pcapng, kể cả tệp nén; '-' là đầu vào chuẩn. Kết quả ra đầu ra chuẩn; cảnh báo và tiến độ ra \
            đầu ra lỗi.

            Mã thoát: 0 đã quét hết, không phát hiện; 1 có phát hiện; 2 sai cách dùng hoặc cấu hình; 3 chưa quét hết \
            (kể cả khi có luật bị bỏ qua); 4 không luật nào biên dịch được; 5 không đọc được đầu vào nào; \
            6 lỗi nội bộ; 75 lần quét khác đang giữ sổ quét; 130, 143 bị ngắt.
            """
        case .inspect: "Cho xem những gì bộ máy thấy trong tệp bắt gói."
        case .streams: "Mỗi chiều của một luồng TCP có nội dung: số byte, mã băm, phần thiếu."
        case .objects: "Mỗi tệp mà lưu lượng mang theo: giao thức, tên, kiểu, kích thước, SHA-256."
        case .transactions: "Mỗi lượt trao đổi của giao thức ứng dụng và nội dung của nó."
        case .flows: "Mỗi luồng: hai đầu, số gói, số byte, Community ID."
        case .packets: "Mỗi tệp: số gói, số byte, số gói giải mã được, số bất thường."
        case .rules: "Làm việc với luật YARA."
        case .rulesCheck: "Kiểm tra cú pháp của từng luật; luật hỏng được nêu tệp, dòng và lỗi."
        case .doctor: "Kiểm tra máy này có gì cản trở chương trình, và cách khắc phục."
        case .scanPaths: "Tệp bắt gói, thư mục chứa chúng, hoặc '-'."
        case .inspectFiles: "Tệp bắt gói, hoặc '-'."
        case .rulePaths: "Tệp luật hoặc thư mục luật."
        case .rulesOption: "Tệp hoặc thư mục luật (mặc định: rules trong thư mục hiện tại, rồi luật đi kèm)."
        case .eventLog: "Ghi thêm sự kiện (JSON lines, tương thích EVE) vào tệp này."
        case .json: "Mỗi phát hiện một dòng JSON như trong sổ sự kiện, cuối cùng là một dòng \"summary\"."
        case .exitZero: "Có phát hiện vẫn thoát với mã 0 (cho cron)."
        case .checksums: "Xử lý tổng kiểm sai thế nào."
        case .host: "Tên thiết bị quan trắc ghi trong sự kiện (mặc định: tên máy)."
        case .config: "Tệp cấu hình (YAML)."
        case .lang: "Ngôn ngữ của thông báo."
        case .quiet: "Không in tiến độ, cảnh báo; chỉ in kết quả và lỗi."
        case .noColor: "Không dùng màu."
        case .extract:
            "Ghi từng tệp vào thư mục này, tên là SHA-256 của nó. Tệp có thể độc hại: hãy cẩn thận."
        case .csv: "In ra CSV."
        case .jsonRows: "In ra JSON, mỗi hàng một dòng."
        case .jsonRules: "In ra JSON, mỗi luật hoặc lỗi một dòng."
        case .nightly:
            "Xem những gì lần quét đêm nay cần đến: sổ quét, lần quét gần nhất, tệp bắt gói, quyền, đĩa, đồng hồ, hẹn giờ."
        case .nightPaths: "Cùng --nightly: tệp hoặc thư mục sẽ được quét (mặc định là của lần quét gần nhất)."
        case .jsonChecks: "In JSON, mỗi kiểm tra một dòng, cuối cùng là một dòng \"summary\"."
        case .configurationReference: "In tài liệu về tệp cấu hình (docs/CONFIGURATION.md)."
        }
    }
}
