extension PreviewText {
    var vietnamese: String {
        switch self {
        case .command: "Cho biết luật lẽ ra đã phát hiện gì trong lưu lượng đã ghi."
        case .commandDetail:
            """
            Đọc tệp bắt gói (--in), hoặc những gì đã ghi trong các đêm qua (--last, recording.folder trong cấu hình). \
            Với --than thì so sánh hai bộ luật: phần chỉ luật mới phát hiện (+) và phần chỉ luật cũ phát hiện (−).

            Mã thoát: 0 đã quét hết, không phát hiện hoặc không khác; 1 có; 2 sai cách dùng hoặc cấu hình; 3 chưa quét \
            hết; 4 không luật nào biên dịch được; 5 không có lưu lượng của thời gian đó; 130, 143 bị ngắt.
            """
        case .inputs: "Tệp bắt gói, thư mục chứa chúng, hoặc '-'; có thể lặp lại."
        case .last: "Chỉ N lần 24 giờ gần nhất, theo giờ bắt gói."
        case .than: "So với các luật này; có thể lặp lại."
        case .limit: "Số phát hiện được in; phần còn lại chỉ được đếm."
        case .now: "Ngày mà các đêm kết thúc khi nó bắt đầu (bây giờ)."
        case .json:
            "In ra JSON: mỗi luật một dòng, mỗi phát hiện một dòng, cuối cùng là một dòng \"summary\"."
        case .badNumber: "--last nhận từ 1 đến 36500, và --limit không nhận số âm"
        case .noInput: "hãy chỉ ra lưu lượng bằng --in, hoặc số đêm bằng --last"
        case .noRecording: "không có bản ghi: hãy đặt thư mục của nó ở recording.folder trong cấu hình"
        case .sharedFiles: "--than cần các tệp khác: hai bộ luật có tệp chung"
        case .moreHits(let count): "… và \(Number.grouped(count)) phát hiện nữa"
        case .covered(let first, let last): "Thời gian: \(Self.time(first)) – \(Self.time(last)) UTC"
        case .leftOut(let frames): "Bỏ qua: \(Number.grouped(frames)) khung thuộc thời gian khác"
        case .difference(let gained, let lost):
            "Chỉ luật mới phát hiện: \(Number.grouped(gained)); chỉ luật cũ phát hiện: \(Number.grouped(lost))."
        case .processor(let time): "Thời gian bộ xử lý: \(Self.seconds(time, ",")) s"
        }
    }
}
