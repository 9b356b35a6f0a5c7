extension ConfigurationProblem {
    var vietnamese: String {
        let place = line > 0 ? "\(Escaping.shown(file)):\(line)" : Escaping.shown(file)
        return "\(place): " + kind.vietnamese
    }
}

extension ConfigurationProblem.Kind {
    fileprivate var vietnamese: String {
        switch self {
        case .data(let problem): problem.vietnamese
        case .unreadable(let reason): "không đọc được tệp cấu hình: \(reason)"
        case .syntax(let reason): "tệp cấu hình không phải là YAML hợp lệ: \(Escaping.shown(reason))"
        case .unknownKey(let key, let nearest):
            "không có khóa \(Escaping.shown(key))" + (nearest.map { "; có phải là \($0)?" } ?? "")
        case .duplicateKey(let key): "khóa \(Escaping.shown(key)) xuất hiện nhiều lần"
        case .wrongType(let key, let expected): "khóa \(key) cần \(expected.vietnamese)"
        case .notASection(""): "tệp cấu hình phải gồm các dòng \"khóa: giá trị\""
        case .notASection(let section): "\(section) là một mục, phải chứa các dòng \"khóa: giá trị\""
        }
    }
}

extension ConfigurationKind {
    fileprivate var vietnamese: String {
        switch self {
        case .number(let range, let unit):
            "một số nguyên từ \(range.lowerBound) đến \(range.upperBound)"
                + (unit == .bytes ? " (byte; có thể thêm KiB, MiB, GiB)" : unit == .seconds ? " (giây)" : "")
        case .boolean: "true hoặc false"
        case .word(let words): "một trong các giá trị \(words.joined(separator: ", "))"
        case .text: "một chuỗi không rỗng"
        case .texts: "một chuỗi hoặc danh sách chuỗi"
        case .networks(let words):
            "các dòng \"mạng: chính sách\", ví dụ 192.0.2.0/24: linux (\(words.joined(separator: ", ")))"
        }
    }
}
