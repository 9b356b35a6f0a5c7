extension CostText {
    var vietnamese: String {
        switch self {
        case .command: "Đo thời gian xử lý của từng luật, luật nặng nhất trước."
        case .commandDetail:
            """
            Mỗi luật được chạy riêng trên các dòng, gói dữ liệu và đối tượng của một kho bản ghi: một lần như lúc chạy thật \
            (tìm chuỗi trước), một lần cho libyara xem từng byte; lần sau được nói bằng số lần so với luật chỉ có một chuỗi \
            thường. Luật vượt ngân sách bị từ chối (mã thoát 4), trừ khi có --force.
            """
        case .corpus: "Bản ghi hoặc thư mục bản ghi dùng để đo; có thể nêu nhiều lần."
        case .budget: "Số lần so với một chuỗi thường mà một luật được phép tốn."
        case .rate: "Tốc độ đường truyền (megabit mỗi giây) để ước tính chi phí của cả bộ luật."
        case .force: "Không từ chối luật nào."
        case .badNumber: "--budget nhận số từ 1, --rate từ 1 đến 1000000"
        case .emptyCorpus(let path): "không có gì để quét trong \(path)"
        case .milliseconds(let seconds): "\(Self.number(seconds * 1000, decimals: 1, ",")) ms"
        case .times(let value): "\(Self.number(value, decimals: 1, ","))×"
        case .failed: "hết giờ hoặc hỏng"
        case .share(let part, let whole): Self.percent(part, whole, ",")
        case .corpusRead(let units, let bytes):
            "Đo trên \(Number.grouped(units, .vietnamese)) phần, \(Number.bytes(UInt64(bytes), .vietnamese))"
        case .sampled(let units, let bytes):
            "Từng luật trên \(Number.grouped(units, .vietnamese)) phần, \(Number.bytes(UInt64(bytes), .vietnamese))"
        case .set(let seconds, let share, let rate):
            "Cả bộ: \(Self.number(seconds, decimals: 2, ",")) giây xử lý; với \(rate) Mbit/s nội dung cần "
                + "\(Self.number(100 * share, decimals: 0, ",")) % một bộ xử lý"
        case .overBudget(let count, let budget):
            "Từ chối: \(Number.grouped(count, .vietnamese)) luật tốn hơn \(Self.number(budget, decimals: 1, ",")) lần một chuỗi thường"
        }
    }
}
