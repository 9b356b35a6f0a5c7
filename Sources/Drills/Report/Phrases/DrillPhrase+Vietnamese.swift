extension DrillPhrase {
    var vietnamese: String {
        switch self {
        case .title: "Báo cáo tổng kết diễn tập"
        case .drill: "DIỄN TẬP"
        case .noIncident: "báo cáo này không nói về sự cố thật nào"
        case .confidential:
            "Báo cáo này chứa đáp án và nội dung lưu lượng của cuộc diễn tập. Không chuyển cho người khác khi vẫn còn đội chưa diễn tập."
        case .result: "Kết quả"
        case .byInject: "Theo từng tình huống"
        case .timeline: "Diễn biến"
        case .missed: "Những gì bị bỏ sót, vì sao, và khuyến nghị"
        case .unexpected: "Phát hiện ngoài dự kiến"
        case .coverage: "Mức bao phủ ATT&CK"
        case .eachInject: "Từng tình huống và bằng chứng"
        case .people: "Người tham gia"
        case .basis: "Căn cứ chấm điểm"
        case .timelineDetail:
            "Mỗi dòng là một tình huống: thanh ngang kéo dài từ lúc tình huống xảy ra đến hạn phải phát hiện, dấu cho biết điều đã xảy ra. Thời gian tính từ lúc bắt đầu diễn tập."
        case .missedDetail:
            "Điều mà sổ sự kiện của lần phát cho biết về từng phát hiện được chờ đợi nhưng không có như mong muốn."
        case .coverageDetail:
            "Một kỹ thuật được coi là đã phát hiện khi có luật gắn kỹ thuật đó tìm ra điều mà tình huống chờ đợi. Khi đáp án chấp nhận nhiều kỹ thuật, nêu đúng một là đủ. Bước tấn công là bước mà chương trình này xếp cho kỹ thuật."
        case .basisDetail:
            "Cùng các tệp thì cùng điểm. Ai có đủ các tệp với mã băm dưới đây đều có thể chấm lại:"
        case .provisional: "Điểm tạm tính: diễn tập chưa được phát đến hết, điểm còn có thể thay đổi."
        case .sent:
            "Lưu lượng được gửi ra giao diện mạng; các phát hiện là của thiết bị quan trắc lắng nghe ở đó."
        case .foundInjects: "Tình huống phát hiện kịp thời"
        case .medianToDetect: "Trung vị thời gian phát hiện"
        case .asFastAsPossible: "nhanh hết mức"
        case .endUnknown: "không rõ lúc kết thúc vì phát nhanh hết mức"
        case .paused: "tạm dừng"
        case .endOfDrill: "hết diễn tập"
        case .axis: "Giờ diễn tập"
        case .window: "từ lúc xảy ra đến hạn phát hiện"
        case .silences: "Những gì phải im lặng"
        case .total: "Tổng"
        case .neverBelowZero: "Điểm không bao giờ dưới 0."
        case .unassessed: "chưa đánh giá"
        case .howPoints: "Cách tính điểm"
        case .notDone: "không thực hiện"
        case .expected: "Chờ đợi"
        case .anyDetection: "bất kỳ phát hiện nào"
        case .why: "Vì sao"
        case .nobodyKnows: "Sổ sự kiện không cho biết."
        case .afterDeadline: "Có tìm thấy, nhưng sau hạn phát hiện của tình huống."
        case .seenInstead: "Đã thấy"
        case .follows: "Khuyến nghị"
        case .nothingMissed: "Không bỏ sót gì."
        case .indicator: "dấu hiệu trong danh sách (IOC)"
        case .noStrings:
            "Sổ sự kiện không có chuỗi nào khớp: luật không cần chuỗi, hoặc đây là dấu hiệu trong danh sách."
        case .withheld: "Nội dung không được lưu: chính sách nội dung của mạng này không cho giữ."
        case .noFlow: "sổ sự kiện không có luồng nào"
        case .answeredBy: "Người trả lời"
        case .nobodyAnswered: "không ai trả lời."
        case .none: "Không có."
        case .moreUnexpected: "Có thể còn nữa: chỉ chừng ấy phát hiện được nêu tên."
        }
    }
}
