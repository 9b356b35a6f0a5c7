extension RulesHelp {
    var vietnamese: String {
        switch self {
        case .checkDetail:
            """
            Với mỗi luật: nói về loại dữ liệu nào (theo siêu dữ liệu hay theo điều kiện), dùng mô-đun và chuỗi nào, siêu dữ liệu \
            nghĩa là gì, còn gì nên sửa. Luật có id bắt đầu bằng HD- phải theo docs/RULES.md.

            Mã thoát: 0 mọi luật biên dịch được; 4 có luật không biên dịch được, hoặc còn điều nên sửa khi dùng --strict; \
            5 không có luật.
            """
        case .test: "Chạy từng luật trên các bản bắt gói mà siêu dữ liệu của nó nêu."
        case .testDetail:
            """
            Khóa hits nêu các thư mục dưới captures mà luật phải phát hiện, misses nêu những nơi luật phải im lặng. \
            Mỗi bản bắt gói chỉ được đọc một lần cho mọi luật.

            Mã thoát: 0 tất cả đúng; 3 thiếu bản bắt gói hoặc không đọc hết được; 4 luật bỏ sót, báo nhầm, không nêu bản bắt \
            gói nào hoặc không biên dịch được; 5 không có luật hoặc không có bản bắt gói; 130, 143 bị ngắt.
            """
        case .list: "Liệt kê luật và công dụng của từng luật."
        case .diff: "Nêu khác biệt giữa hai bộ luật."
        case .diffDetail:
            """
            So sánh luật theo văn bản; chú thích và khoảng trắng không tính. Luật tìm cùng một thứ nhưng có siêu dữ liệu, \
            tên hoặc chỗ khác thì được coi là đã sửa hoặc đã chuyển.

            Mã thoát: 0 không khác; 1 có khác; 3 có tệp không đọc được; 4 gói luật không hợp lệ; 5 không có luật.
            """
        case .bundle: "Đóng gói một bộ luật thành một tệp có chữ ký."
        case .bundleDetail: "Nơi nào nhận luật thì nhận gói luật. Gói đã bị sửa bị từ chối với mã thoát 4."
        case .bundleCreate: "Đóng gói một thư mục luật, ký nếu có khóa."
        case .bundleVerify: "Cho biết gói luật có nguyên vẹn không và do ai ký."
        case .bundleKey: "Tạo một cặp khóa (Ed25519): NAME.key để ký, NAME.pub để kiểm tra."
        case .bundleKeyDetail: "Ai có NAME.key thì ký được; đừng để nó trên máy quan trắc."
        case .old: "Luật cũ: tệp, thư mục hoặc gói luật."
        case .new: "Luật mới."
        case .bundleFolder: "Thư mục luật."
        case .bundleOutput: "Gói luật sẽ ghi ra."
        case .bundleFile: "Gói luật."
        case .keyName: "Đường dẫn của hai tệp, không có phần đuôi."
        case .strict: "Buộc mọi luật theo docs/RULES.md; còn điều nên sửa thì thoát với mã 4."
        case .now: "Ngày dùng để xét hết hạn (hôm nay)."
        case .captures: "Thư mục các bản bắt gói."
        case .tap: "In theo Test Anything Protocol."
        case .jsonTests: "In ra JSON, mỗi luật và bản bắt gói một dòng."
        case .junit: "Ghi XML của JUnit vào tệp này, '-' là đầu ra chuẩn."
        case .category: "Chỉ loại này; có thể lặp lại."
        case .severity: "Chỉ mức này, 1 (nghiêm trọng) đến 4 (thấp); có thể lặp lại."
        case .technique: "Chỉ kỹ thuật ATT&CK này và các kỹ thuật con; có thể lặp lại."
        case .search: "Chỉ luật có chữ này trong tên, không gian tên, thẻ, mô tả hoặc tham chiếu."
        case .jsonChanges: "In ra JSON, mỗi thay đổi một dòng."
        case .author: "Ai chịu trách nhiệm về các luật."
        case .bundleVersion: "Phiên bản của bộ luật."
        case .bundleDate: "Ngày của gói luật (hôm nay)."
        case .privateKey: "Ký bằng khóa riêng này."
        case .publicKey: "Gói luật phải có chữ ký của khóa công khai này."
        case .jsonManifest: "In bảng kê ra JSON."
        case .rulesKey: "Chỉ nhận luật từ gói luật có chữ ký của khóa công khai này."
        }
    }
}
