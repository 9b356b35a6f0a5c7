extension LogbookHelp {
    var vietnamese: String {
        switch self {
        case .log: "Sổ nhật ký thực chiến: đội tấn công đã làm gì, và hệ thống thấy được gì."
        case .logDetail:
            """
            Sổ nhật ký là một tệp gồm các dòng JSON. Mỗi dòng mang SHA-256 của dòng trước; chỉ thêm dòng, không sửa dòng. \
            Ghi sai thì sửa bằng một mục mới (--corrects).
            """
        case .add: "Ghi một hành động của đội tấn công."
        case .addDetail:
            """
            Tệp được tạo nếu chưa có. Thời gian theo RFC 3339, hoặc không có múi giờ thì hiểu theo đồng hồ của máy này: \
            "2026-11-28 09:30", "2026-11-28T09:30:15+07:00".

            Mã thoát: 0 đã ghi; 2 hành động hoặc mục cần sửa không hợp lệ; 5 không đọc hay ghi được sổ, hoặc sổ đã bị \
            thay đổi.
            """
        case .importing: "Ghi các hành động trong một bảng (CSV): tất cả, hoặc không mục nào."
        case .importingDetail:
            """
            Dòng đầu là tên cột: cần có time, title, from và to; có thể có until, port, technique, result, evidence, team \
            và note. Nhiều địa chỉ trong một ô cách nhau bằng dấu cách hoặc dấu chấm phẩy. Thời gian viết như trong `add`. \
            Tệp đã nhập thì không nhập lại lần nữa.

            Mã thoát: 0 đã ghi; 2 có dòng sai, được nêu rõ; 5 không đọc hay ghi được tệp.
            """
        case .list: "Xem các mục của sổ nhật ký."
        case .verify: "Cho biết sổ nhật ký còn nguyên vẹn, hay dòng nào đã đổi."
        case .verifyDetail:
            """
            Ai ghi được vào tệp đều có thể làm lại cả sổ với chuỗi khớp, hoặc cắt bớt phần cuối: chỉ mã băm được giữ ở nơi \
            khác (--anchor) mới chứng minh được phần trước đó vẫn như cũ.

            Mã thoát: 0 nguyên vẹn; 1 đã bị sửa; 5 không đọc được.
            """
        case .match:
            "Đối chiếu các hành động với sổ sự kiện của thiết bị: có phát hiện không, có chặn được không."
        case .matchDetail:
            """
            Một cảnh báo thuộc về một hành động khi nó nằm giữa các máy của hành động đó (chiều nào cũng được, đúng cổng nếu \
            có ghi), từ lúc bắt đầu đến --within sau lúc kết thúc. Hành động có lọt qua hay không được xét từ các luồng: "đã \
            chặn" nghĩa là có thử TCP mà không luồng nào được trả lời, "đã chặn từ" nghĩa là cổng từng trả lời thì sau đó không \
            còn trả lời. Những gì không thấy thì không bao giờ gọi là đã chặn. Đọc được cả sổ sự kiện của thiết bị khác nếu theo \
            chuẩn EVE.

            Mã thoát: 0 mọi hành động đều bị phát hiện; 1 có hành động không bị phát hiện; 3 có dòng sự kiện không đọc được; \
            5 không đọc được tệp, hoặc sổ nhật ký đã bị thay đổi.
            """
        }
    }
}
