import NetTypes
import Rulebook
import Scan

extension RulesText {
    var vietnamese: String {
        switch self {
        case .checked(let good, let errors, let advice):
            "\(Number.grouped(good)) luật biên dịch được, \(Number.grouped(errors)) lỗi, \(Number.grouped(advice)) lời khuyên."
        case .subject(let subject): Self.vietnamese(subject)
        case .fault(let fault, let rule):
            "\(Escaping.shown(rule.file)):\(rule.line): luật \(Escaping.shown(rule.identity.name)): "
                + Self.vietnamese(fault)
        case .verdict(let verdict): Self.vietnamese(verdict)
        case .expectation(let mustHit): mustHit ? "phát hiện" : "im lặng"
        case .tested(let good, let failed, let captures):
            "\(Number.grouped(good)) đúng, \(Number.grouped(failed)) sai, trên \(Number.grouped(captures)) bản bắt gói."
        case .twoFormats: "--junit - đã chiếm đầu ra chuẩn, không dùng cùng --tap hay --json được"
        case .noSeverity(let level):
            "\(level) không phải là mức nghiêm trọng; các mức là 1 (nghiêm trọng) đến 4 (thấp)"
        case .listed(let count, let all): "\(Number.grouped(count)) trong số \(Number.grouped(all)) luật."
        case .change(let kind): Self.vietnamese(kind)
        case .part(let part): Self.vietnamese(part)
        case .compared(let changed, let same):
            "\(Number.grouped(changed)) luật khác nhau, \(Number.grouped(same)) luật giống nhau."
        }
    }

    private static func vietnamese(_ subject: RuleSubject) -> String {
        let kind =
            switch subject.kind {
            case .stream: "dòng dữ liệu"
            case .object: "tệp"
            case .both: "cả hai"
            }
        switch subject.origin {
        case .metadata: return kind + " (siêu dữ liệu)"
        case .condition(let signs): return kind + " (\(signs.map(\.word).joined(separator: ", ")))"
        case .neither: return kind
        }
    }

    private static func vietnamese(_ fault: MetadataFault) -> String {
        switch fault {
        case .missing(let key): "siêu dữ liệu thiếu \(key)"
        case .malformed(let key, let value):
            "siêu dữ liệu \(Escaping.shown(key)) là \"\(Escaping.shown(value))\"; phải là \(form(key))"
        case .repeated(let id, let other):
            "id \(Escaping.shown(id)) đã là của \(Escaping.shown(other))"
        case .expired(let date): "đã hết hạn ngày \(date)"
        }
    }

    private static func form(_ key: String) -> String {
        switch key {
        case "id": "HD- và bốn chữ số"
        case "severity": "1 (xử lý ngay) đến 4 (ghi nhận)"
        case "score": "0 đến 100"
        case "category": RuleCategory.allCases.map(\.rawValue).joined(separator: ", ")
        case "attack", "mitre_attack", "mitre_att": "một kỹ thuật ATT&CK, ví dụ T1059.004"
        case "date", "expires", "valid_until": "ngày, ví dụ 2026-11-24"
        case "reference": "một địa chỉ trên web"
        case "scope": "stream, object hoặc both"
        case "sharing", "tlp": "một màu của Traffic Light Protocol"
        case "hits": "các thư mục bắt gói, cách nhau bằng dấu phẩy"
        case "misses": "các thư mục bắt gói, trong đó có benign"
        default: "một dòng chữ"
        }
    }

    private static func vietnamese(_ verdict: RuleTestRow.Verdict) -> String {
        switch verdict {
        case .ok: "đúng"
        case .missed: "bỏ sót"
        case .falseHit: "báo nhầm"
        case .captureMissing: "không có bản bắt gói này"
        case .unreadable(let reason): "chưa quét hết: \(SystemReason.translated(reason))"
        case .noCaptures: "không nêu bản bắt gói nào"
        case .notRun: "chưa chạy"
        }
    }

    private static func vietnamese(_ kind: RuleDifference.Kind) -> String {
        switch kind {
        case .added: "thêm"
        case .removed: "bỏ"
        case .changed: "sửa"
        case .moved: "chuyển"
        }
    }

    private static func vietnamese(_ part: RuleDifference.Part) -> String {
        switch part {
        case .modifiers: "private, global"
        case .tags: "thẻ"
        case .metadata: "siêu dữ liệu"
        case .strings: "chuỗi"
        case .condition: "điều kiện"
        }
    }
}
