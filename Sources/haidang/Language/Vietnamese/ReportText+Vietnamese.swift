extension ReportText {
    var vietnamese: String {
        switch self {
        case .command: "Lập báo cáo, thông báo theo mẫu từ một sự cố hoặc một khoảng ngày."
        case .commandDetail:
            """
            Điền những gì đã biết; mục bắt buộc chưa biết được liệt kê là còn thiếu, không tự bịa. Kết quả là HTML (in \
            trên khổ A4, mở được bằng phần mềm soạn thảo) hoặc JSON. --list cho biết có những mẫu nào và thời hạn của chúng.

            Mã thoát: 0 đủ mục bắt buộc; 2 sai cách dùng, cấu hình hoặc khuôn mẫu; 3 còn thiếu mục bắt buộc.
            """
        case .form: "Mẫu cần lập, như mau-03 hoặc tt20-2017/mau-03."
        case .incident: "Sự cố, như HD-20261128-3KF7Q2MD."
        case .profile: "Hồ sơ chứa mẫu, khi nhiều hồ sơ có mẫu cùng tên."
        case .from: "Ngày đầu, như 2026-11-23 (giờ Việt Nam)."
        case .to: "Ngày cuối."
        case .set: "Điền một mục hoặc trả lời một câu hỏi; có thể lặp lại."
        case .answers: "Tệp câu trả lời (YAML): các dòng \"khóa: nội dung\"."
        case .output: "Ghi vào tệp này thay vì đầu ra chuẩn."
        case .format: "Dạng kết quả."
        case .forms:
            "Thư mục biểu mẫu (mặc định: packaging/forms trong thư mục hiện tại, rồi thư mục đi kèm)."
        case .organisation: "Đơn vị báo cáo và các hệ thống của đơn vị (YAML)."
        case .list: "Liệt kê hồ sơ, biểu mẫu và thời hạn."
        case .needsForm: "hãy chỉ ra mẫu cần lập; --list cho biết có những mẫu nào"
        case .needsBothDays: "--from và --to đi cùng nhau"
        case .needsIncident(let form): "mẫu \(Escaping.shown(form)) cần một sự cố: --incident"
        case .needsDays(let form): "mẫu \(Escaping.shown(form)) cần một khoảng ngày: --from và --to"
        case .badDays(let most): "--from không được sau --to, và khoảng đó không quá \(most) ngày"
        case .noFolder(let tried):
            "không tìm thấy thư mục biểu mẫu (đã tìm: \(tried.map(Escaping.shown).joined(separator: ", "))); "
                + "hãy chỉ ra bằng --forms"
        case .noProfiles(let path): "thư mục \(Escaping.shown(path)) không có hồ sơ biểu mẫu nào"
        case .noProfile(let name, let nearest):
            "không có hồ sơ \(Escaping.shown(name))" + (nearest.map { "; có phải là \($0)?" } ?? "")
        case .noForm(let name, let nearest):
            "không có mẫu \(Escaping.shown(name))" + (nearest.map { "; có phải là \($0)?" } ?? "")
        case .severalForms(let name, let profiles):
            "nhiều hồ sơ có mẫu \(Escaping.shown(name)): \(profiles.map(Escaping.shown).joined(separator: ", ")); "
                + "hãy chọn bằng --profile"
        case .noAnswer(let text): "--set cần \"khóa=nội dung\", không phải \(Escaping.shown(text))"
        case .unknownAnswer(let key, let nearest):
            "không có mục hay câu hỏi \(Escaping.shown(key))" + (nearest.map { "; có phải là \($0)?" } ?? "")
        case .cannotRead(let reason): "không đọc được sự cố: \(Escaping.shown(reason))"
        }
    }
}
