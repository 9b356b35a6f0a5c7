extension DrillReportHelp {
    var vietnamese: String {
        switch self {
        case .command: "Lập báo cáo tổng kết của một lần diễn tập."
        case .detail:
            """
            Báo cáo là một trang HTML không tải gì từ bên ngoài, in được trên khổ A4, theo ngôn ngữ của --lang; hoặc một đối \
            tượng JSON, như nhau ở mọi ngôn ngữ: điểm và cách tính, diễn biến, từng tình huống và bằng chứng, những gì bị bỏ \
            sót, vì sao, khuyến nghị, mức bao phủ ATT&CK, người tham gia, và mã băm của mọi tệp làm căn cứ. Lần diễn tập đang \
            phát cho báo cáo tạm tính.

            Báo cáo chứa đáp án và nội dung lưu lượng của cuộc diễn tập, nên chỉ chủ sở hữu tệp đọc được.

            Mã thoát: 0 đã lập; 2 sai cách dùng, hoặc có tệp đã bị thay đổi; 3 đã lập, nhưng diễn tập chưa được phát đến hết hoặc \
            chưa kiểm tra hết.
            """
        case .output: "Ghi báo cáo vào tệp này (mặc định: ra màn hình)."
        case .format: "html, cho người đọc, hoặc json, cho máy."
        }
    }
}
