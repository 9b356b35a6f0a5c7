extension NightHelp {
    var vietnamese: String {
        switch self {
        case .separate:
            "Coi mỗi tệp là một bản ghi riêng. Nếu không, các tệp trong một thư mục có tên chỉ khác nhau ở chữ số (eth0-0001.pcap, eth0-0002.pcap) được đọc như một bản ghi, theo thứ tự khung đầu tiên."
        case .jobs: "Đọc cùng lúc chừng này bản ghi; 0 là bằng số nhân của máy."
        case .nice: "Nhường các tiến trình khác, từ 0 (không nhường) đến 19."
        case .memory:
            "Giữ bộ nhớ của tiến trình dưới mức này, ví dụ 2GiB: ít việc song song hơn, và giữ lại ít hơn của mỗi luồng và đối tượng."
        case .until:
            "Xong trước giờ này (06:30 hoặc 06:30:00): không bắt đầu tệp nào không kịp quét xong, và nói rõ còn lại những gì."
        }
    }
}
