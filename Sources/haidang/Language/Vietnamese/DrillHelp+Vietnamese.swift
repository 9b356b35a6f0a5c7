extension DrillHelp {
    var vietnamese: String {
        switch self {
        case .drill: "Diễn tập: phát lại các bản bắt gói đã biết sự thật, và chấm điểm."
        case .list: "Liệt kê kịch bản diễn tập, và chỉ ra chỗ sai trong tệp của chúng."
        case .run: "Phát một kịch bản qua bộ máy, và chấm điểm."
        case .runDetail:
            """
            Các bản bắt gói của kịch bản được ghép thành một tệp, phát nhanh hết mức hoặc theo tốc độ; điểm như nhau ở mọi tốc \
            độ và mọi số luồng xử lý. Thư mục của lần phát có tệp đó, sổ sự kiện, cơ sở dữ liệu diễn tập và run.json. Thư mục \
            này dành cho ban tổ chức: run.json dẫn đến đáp án. Đội phòng thủ làm việc trên cơ sở dữ liệu bằng `haidang \
            incident` và `haidang drill answer`.

            Mã thoát: 0 phát hiện đủ, kịp thời, và không gì khác; 1 không như vậy; 2 sai cách dùng hoặc sai trong kịch bản; 3 \
            chưa kiểm tra hoặc chưa phát hết; 5 bản bắt gói thiếu hoặc đã bị thay đổi; 130, 143 bị ngắt.
            """
        case .control: "Ra lệnh cho kịch bản đang phát: dừng, tiếp tục, nhảy tới."
        case .controlDetail:
            """
            Lệnh: pause (dừng); resume (tiếp tục); pace N (nhanh gấp N lần, 0 là nhanh hết mức); seek KHOẢNG (tính từ đầu kịch \
            bản, như 12m: phần ở giữa được phát nhanh hết mức, không bỏ qua gì); stop (kết thúc).
            """
        case .score: "Chấm điểm một lần phát từ các tệp của nó."
        case .scoreDetail:
            """
            Cùng các tệp thì cùng điểm. Sổ sự kiện phải đúng là sổ mà lần phát đã ghi. --events dùng sổ của thiết bị quan trắc \
            thay vào đó, cho kịch bản được gửi ra giao diện mạng.
            """
        case .answer: "Trả lời: một sự cố của cuộc diễn tập là gì."
        case .answerDetail:
            """
            Câu trả lời được ghi vào nhật ký của cơ sở dữ liệu, nơi không gì bị sửa; câu sau thay cho câu trước. Sự cố gồm nhiều \
            tình huống thì có thể có bấy nhiêu câu trả lời.
            """
        case .verify: "Phát các kịch bản; không đạt khi bộ máy không phát hiện đúng những gì chúng chờ đợi."
        case .verifyDetail:
            "Mã thoát: 0 tất cả đạt; 1 có kịch bản không đạt; 2 sai cách dùng; 3 đều đạt nhưng có luật bị bỏ qua; 130, 143 bị ngắt."
        case .scenario: "Tệp drill.yml, hoặc thư mục chứa nó."
        case .folder: "Thư mục của một lần phát."
        case .drills: "Các tệp drill.yml, hoặc thư mục chứa chúng (mặc định: captures)."
        case .order: "pause, resume, pace, seek hoặc stop."
        case .orderValue: "Tốc độ, hoặc thời điểm cần nhảy tới."
        }
    }
}
