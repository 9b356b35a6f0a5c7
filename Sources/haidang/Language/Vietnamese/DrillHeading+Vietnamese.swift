extension DrillHeading {
    var vietnamese: String {
        switch self {
        case .number: "số"
        case .inject: "tình huống"
        case .at: "lúc"
        case .verdict: "kết quả"
        case .timeToDetect: "sau"
        case .points: "điểm"
        case .incident: "sự cố"
        case .acknowledged: "tiếp nhận sau"
        case .reported: "báo cáo sau"
        case .answer: "trả lời"
        case .remark: "chờ đợi"
        case .drill: "kịch bản"
        case .title: "tên"
        case .injects: "tình huống"
        case .length: "dài"
        case .result: "kết quả"
        case .path: "đường dẫn"
        }
    }
}
