import Incidents

extension DrillTerm {
    static func english(_ reason: MissReason) -> String {
        switch reason {
        case .ruleAbsent(let rule): "The rule \(shown(rule)) was not in the rule set of the run."
        case .suppressed(let id): "It was detected, and the entry \(shown(id)) of the suppressions hid it."
        case .noTraffic: "No flow between these ends was seen."
        case .encrypted(let name):
            "The flow was encrypted (\(shown(name))): without keys the engine cannot see its content."
        case .packetsLost(let bytes): "\(bytes) bytes of the flow never came: packets were lost."
        case .objectTruncated(let count): "Objects in the flow that were not scanned whole: \(count)."
        case .otherObject: "It was found, but not in the kind of object that was expected."
        case .otherTime: "It was found, but before the inject or after its deadline."
        case .notMatched: "The traffic was there, whole and in the clear; no rule as expected matched it."
        }
    }

    static func vietnamese(_ reason: MissReason) -> String {
        switch reason {
        case .ruleAbsent(let rule): "Luật \(shown(rule)) không có trong bộ luật của lần phát này."
        case .suppressed(let id):
            "Đã phát hiện, nhưng bị mục \(shown(id)) trong danh sách tạm ẩn cảnh báo che đi."
        case .noTraffic: "Không thấy luồng nào giữa hai đầu này."
        case .encrypted(let name):
            "Luồng được mã hóa (\(shown(name))): không có khóa thì bộ máy không thấy được nội dung."
        case .packetsLost(let bytes): "\(bytes) byte của luồng không bao giờ đến: có gói bị rơi."
        case .objectTruncated(let count): "Số đối tượng trong luồng chưa được quét trọn: \(count)."
        case .otherObject: "Có tìm thấy, nhưng không trong loại đối tượng được chờ đợi."
        case .otherTime: "Có tìm thấy, nhưng trước khi tình huống xảy ra hoặc sau hạn."
        case .notMatched: "Lưu lượng có đủ, không mã hóa; không luật nào khớp như chờ đợi."
        }
    }

    static func english(remainder word: String) -> String {
        switch word {
        case "interrupted": "interrupted"
        case "files": "captures read in part"
        case "rules_left_out": "rules left out"
        case "bytes_snapped": "bytes that the capture never held"
        case "frames_of_unknown_link_type": "frames of an unknown link type"
        case "datagrams_over_limit": "datagrams over a limit"
        case "streams_cut_by_limit": "streams cut by a limit"
        case "scan_bytes_timed_out": "scans that ran out of time"
        case "scan_bytes_failed": "scans that failed"
        case "object_bytes_over_limit": "parts of objects over a limit"
        case "objects_not_scanned": "objects that were not scanned"
        case "alerts_not_in_store": "alerts that did not get into the store"
        case "dropped": "dropped frames or findings"
        default: shown(word)
        }
    }

    static func vietnamese(remainder word: String) -> String {
        switch word {
        case "interrupted": "bị ngắt"
        case "files": "bản bắt gói chỉ đọc được một phần"
        case "rules_left_out": "luật bị bỏ qua"
        case "bytes_snapped": "phần khung không được bắt"
        case "frames_of_unknown_link_type": "khung có kiểu liên kết lạ"
        case "datagrams_over_limit": "gói phân mảnh vượt giới hạn"
        case "streams_cut_by_limit": "dòng dữ liệu bị cắt do giới hạn"
        case "scan_bytes_timed_out": "lần quét hết giờ"
        case "scan_bytes_failed": "lần quét lỗi"
        case "object_bytes_over_limit": "phần đối tượng vượt giới hạn"
        case "objects_not_scanned": "đối tượng chưa được quét"
        case "alerts_not_in_store": "cảnh báo không vào được cơ sở dữ liệu"
        case "dropped": "khung hoặc phát hiện bị rơi"
        default: shown(word)
        }
    }

    private static func shown(_ text: String) -> String { PrintedText.foreign(text) }
}
