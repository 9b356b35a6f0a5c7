extension DigestHelp {
    var vietnamese: String {
        switch self {
        case .command: "Tổng kết của một đêm: một lần quét đã ra sao, lấy từ sổ quét."
        case .detail:
            """
            Của lần quét cuối cùng đã kết thúc, hoặc lần mà --run nêu: các tệp và vì sao có tệp chưa được quét trọn vẹn, \
            mức bao phủ, sự cố mới, luật, địa chỉ trao đổi nhiều nhất, và điều gì khác với bảy đêm trước.

            Mã thoát: 0 đã đưa ra; 2 sai cách dùng, hoặc không ghi được; 5 không đọc được sổ quét, hoặc sổ chưa có lần nào.
            """
        case .ledger: "Sổ quét (mặc định: sổ trong cấu hình)."
        case .run: "Số của một lần quét, đã kết thúc hay chưa (mặc định: lần cuối đã kết thúc)."
        case .format: "Cách ghi (mặc định: theo đuôi tên tệp, nếu không thì là văn bản)."
        case .output: "Ghi vào tệp này ('-': đầu ra chuẩn)."
        case .send:
            "Gửi tới nơi nhận này trong danh sách nơi nhận; lặp lại để gửi nhiều nơi. Thư có phần văn bản, nơi khác nhận JSON."
        case .file:
            "Ghi tổng kết của lần quét này vào tệp, theo đuôi tên (.txt, .html, .json); '-' đưa văn bản ra thay cho phần tóm tắt. Lặp lại để ghi nhiều tệp."
        case .to:
            "Gửi tổng kết của lần quét này tới nơi nhận này trong danh sách nơi nhận; lặp lại để gửi nhiều nơi."
        }
    }
}
