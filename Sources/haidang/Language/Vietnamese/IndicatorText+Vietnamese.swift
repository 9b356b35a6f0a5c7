import Rulebook

extension IndicatorText {
    var vietnamese: String {
        switch self {
        case .option:
            "Danh sách dấu hiệu (IOC), tệp hoặc thư mục: văn bản, CSV, MISP, STIX; có thể nêu nhiều lần."
        case .error(let error): Self.vietnamese(error)
        case .problem(let problem):
            "\(Escaping.shown(problem.file)):\(problem.line): bị bỏ qua: \(Self.vietnamese(problem.reason))"
        case .moreProblems(let path, let count):
            "\(Escaping.shown(path)): bỏ qua thêm \(Number.grouped(count, .vietnamese)) mục nữa"
        case .count(let count, let lists, let leftOut, let withheld):
            "Dấu hiệu: \(Number.grouped(count, .vietnamese)) từ \(lists) danh sách"
                + (leftOut > 0 ? ", \(Number.grouped(leftOut, .vietnamese)) mục bị bỏ qua" : "")
                + (withheld > 0
                    ? ", \(Number.grouped(withheld, .vietnamese)) mục không dùng để phát hiện" : "")
        case .replaced(let count, let lists, let leftOut):
            "đã dùng danh sách dấu hiệu mới: \(Number.grouped(count, .vietnamese)) từ \(lists) danh sách"
                + (leftOut > 0 ? "; bỏ ra: \(Number.grouped(leftOut, .vietnamese))" : "")
        case .kept(let reason): "giữ nguyên danh sách dấu hiệu cũ: \(reason)"
        }
    }

    private static func vietnamese(_ error: IndicatorError) -> String {
        switch error {
        case .missing(let path): "không có tệp hay thư mục dấu hiệu \(Escaping.shown(path))"
        case .unreadable(let path, let reason):
            "không đọc được dấu hiệu ở \(Escaping.shown(path)): \(SystemReason.translated(reason, .vietnamese))"
        case .tooLarge(let path, let limit):
            "danh sách \(Escaping.shown(path)) lớn hơn \(Number.bytes(UInt64(limit), .vietnamese))"
        case .damaged(let path, let reason):
            "\(Escaping.shown(path)) không phải danh sách dấu hiệu: \(damage(reason))"
        case .noList(let paths):
            "không có danh sách dấu hiệu nào trong \(paths.map(Escaping.shown).joined(separator: ", "))"
        case .nothing(let paths):
            "không có dấu hiệu nào trong \(paths.map(Escaping.shown).joined(separator: ", ")), chỉ có dòng hỏng"
        }
    }

    /// What the reader of lists says of damage, which no system says.
    private static func damage(_ reason: String) -> String {
        switch reason {
        case "it is nested too deep": "lồng nhau quá sâu"
        case "it is no JSON": "không phải JSON"
        case "it is neither an export of MISP nor a STIX bundle":
            "không phải tệp xuất của MISP, cũng không phải gói STIX"
        default: SystemReason.translated(reason, .vietnamese)
        }
    }

    private static func vietnamese(_ reason: IndicatorProblem.Reason) -> String {
        switch reason {
        case .unknownForm(let text): "\(Self.quoted(text)) không phải là dấu hiệu"
        case .notOfType(let type, let text): "\(Self.quoted(text)) không phải kiểu \(type)"
        case .unsupported(let type): "dấu hiệu kiểu \(Self.quoted(type)) không được tìm"
        case .badSeverity(let text): "\(Self.quoted(text)) không phải mức độ (1 đến 4)"
        case .badDate(let text): "\(Self.quoted(text)) không phải ngày giờ"
        case .tooLong(let limit): "dòng dài hơn \(Number.grouped(limit, .vietnamese)) byte"
        case .badQuotes: "thiếu dấu nháy kép hoặc dấu nháy kép đặt sai chỗ"
        case .tooMany(let limit): "có nhiều hơn \(Number.grouped(limit, .vietnamese))"
        }
    }
}
