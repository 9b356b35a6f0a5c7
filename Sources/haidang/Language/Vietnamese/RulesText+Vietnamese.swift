extension RulesText {
    var vietnamese: String {
        switch self {
        case .checked(let good, let errors, let advice):
            "\(Number.grouped(good)) luật biên dịch được, \(Number.grouped(errors)) lỗi, \(Number.grouped(advice)) lời khuyên."
        }
    }
}
