import Incidents

extension DataProblem {
    var vietnamese: String {
        switch self {
        case .unreadable(let reason): "không đọc được tệp: \(reason)"
        case .syntax(let reason): "tệp không phải là YAML hợp lệ: \(Escaping.shown(reason))"
        case .tooLarge(let most): "tệp lớn hơn \(Number.bytes(UInt64(most))) hoặc không phải UTF-8"
        case .tooMany(let key, let most): "có hơn \(Number.grouped(most)) mục trong \(key)"
        case .noMapping(""): "chỗ này phải gồm các dòng \"khóa: giá trị\""
        case .noMapping(let key): "\(key) phải chứa các dòng \"khóa: giá trị\""
        case .noList(let key): "\(key) phải là danh sách, mỗi mục bắt đầu bằng \"-\""
        case .missingKey(let key): "thiếu khóa \(key)"
        case .badID(let id):
            "\(Escaping.shown(id)) không phải là mã hợp lệ: mã gồm 1 đến 64 chữ thường không dấu, chữ số và gạch nối"
        case .duplicateID(let id, let line): "mã \(Escaping.shown(id)) đã được dùng ở dòng \(line)"
        case .badNetwork(let text):
            "\(Escaping.shown(text)) không phải là mạng, ví dụ 192.0.2.0/24 hoặc 2001:db8::/32"
        case .hostBits(let text, let network):
            "\(Escaping.shown(text)) có bit nằm ngoài tiền tố; mạng đúng là \(network)"
        case .badDay(let key, let text):
            "\(key) cần một ngày như 2026-12-31, không phải \(Escaping.shown(text))"
        case .daysReversed: "ngày ở from sau ngày ở to"
        case .sameNetwork(let network, let unit, let line):
            "\(network) cùng lúc thuộc về \(Escaping.shown(unit)) (dòng \(line))"
        case .noCondition: "một mục bỏ cảnh báo cần ít nhất một trong các khóa rule, network, src, dst, unit"
        case .badSink(let error): error.vietnamese
        case .badKey(let id):
            "\(Escaping.shown(id)) không phải là tên: tên gồm 1 đến 64 chữ thường không dấu, chữ số, gạch nối, gạch dưới"
        case .reservedKey(let key): "khóa \(Escaping.shown(key)) đã có nghĩa khác, hãy chọn tên khác"
        case .badSpan(let text):
            "within cần at-once, một số giờ (24 hours) hoặc số ngày (5 days), không phải \(Escaping.shown(text))"
        case .unknownReference(let key, let text, let nearest):
            "\(key): không có \(Escaping.shown(text))" + (nearest.map { "; có phải là \($0)?" } ?? "")
        case .badTemplateName(let name):
            "\(Escaping.shown(name)) không phải là tên khuôn mẫu: tệp .mustache cạnh hồ sơ hoặc trong common"
        case .noTruth(let key, let text):
            "\(Escaping.shown(key)) cần có hoặc không (yes, no), không phải \(Escaping.shown(text))"
        case .emptyList(let key): "\(key) cần ít nhất một mục"
        case .nothingToJudge: "kịch bản cần ít nhất một mục trong injects hoặc silent"
        case .badDigest(let text): "\(Escaping.shown(text)) không phải SHA-256 gồm 64 chữ số thập lục phân"
        case .badReplacement(let from, let to):
            "\(Escaping.shown(to)) không thể thay cho \(Escaping.shown(from)): hai mạng phải cùng phiên bản, cùng độ dài, và mỗi "
                + "mạng chỉ được thay một lần"
        case .badPace(let text):
            "pace nhận một số từ 0 (nhanh hết mức) đến 1000, không phải \(Escaping.shown(text))"
        case .badDuration(let text):
            "\(Escaping.shown(text)) không phải khoảng thời gian, như 250ms, 12s, 15m, 24h, 3d"
        case .ruleOrCategory: "mỗi kỳ vọng nêu hoặc rule, hoặc category"
        case .badTechnique(let text):
            "\(Escaping.shown(text)) không phải kỹ thuật ATT&CK, như T1505, T1505.003"
        case .nothingAsked: "answer phải hỏi category, unit, techniques, first_packet hoặc hosts"
        case .badAddress(let key, let text): "\(key): \(Escaping.shown(text)) không phải địa chỉ"
        case .template(let reason): Self.vietnamese(reason)
        }
    }

    private static func vietnamese(_ reason: FormTemplateError.Reason) -> String {
        switch reason {
        case .unknownField(let name, let nearest):
            "khuôn mẫu nêu trường \(Escaping.shown(name)) không có"
                + (nearest.map { "; có phải là \($0)?" } ?? "")
        case .unknownPart(let name, let nearest):
            "khuôn mẫu nêu phần \(Escaping.shown(name)) không có"
                + (nearest.map { "; có phải là \($0)?" } ?? "")
        case .circularPart(let name): "phần \(Escaping.shown(name)) dẫn về chính nó"
        case .forbiddenTag(let name):
            "thẻ \(Escaping.shown(name)) không được phép: giá trị phải được thoát ký tự"
        case .unprintedField(let name): "trường \(Escaping.shown(name)) của biểu mẫu không được in ở đâu"
        case .syntax(let name): "khuôn mẫu không phải là Mustache: \(Escaping.shown(name))"
        }
    }
}
