import Incidents
import NetTypes

extension DrillTerm {
    var vietnamese: String {
        switch self {
        case .verdict(let verdict): Self.vietnamese(verdict)
        case .mark(let mark): Self.vietnamese(mark)
        case .kind(let kind): Self.vietnamese(kind)
        case .part(let part): Self.vietnamese(part)
        case .right(let isRight): isRight ? "đúng" : "sai"
        case .kept(let isKept): isKept.map { $0 ? "giữ được" : "bị phá" } ?? "đến nay giữ được"
        case .status(let status): Self.vietnamese(status)
        case .state(let state): Self.vietnamese(state)
        case .reason(let reason): Self.vietnamese(reason)
        case .coverage(let state): Self.vietnamese(state)
        case .direction(let direction): direction == .toServer ? "tới máy chủ" : "tới máy khách"
        case .remainder(let word): Self.vietnamese(remainder: word)
        case .category(let category): ReportWord.category(category, .vietnamese)
        case .object(let kind): ReportWord.object(kind, .vietnamese)
        }
    }

    private static func vietnamese(_ verdict: InjectVerdict) -> String {
        switch verdict {
        case .found: "phát hiện"
        case .late: "phát hiện trễ"
        case .otherRule: "bởi luật khác"
        case .wrongCategory: "sai loại"
        case .missed: "bỏ sót"
        case .notPlayed: "chưa phát"
        }
    }

    private static func vietnamese(_ mark: TimelineMark.Kind) -> String {
        switch mark {
        case .found: "phát hiện kịp thời"
        case .late: "phát hiện trễ"
        case .otherRule: "phát hiện bởi luật khác"
        case .wrongCategory: "phát hiện sai loại"
        case .missed: "bỏ sót"
        case .notPlayed: "chưa phát"
        case .acknowledged: "tiếp nhận"
        case .reported: "gửi báo cáo"
        case .breach: "phá im lặng"
        case .unexpected: "phát hiện ngoài dự kiến"
        }
    }

    private static func vietnamese(_ kind: PointsByKind.Kind) -> String {
        switch kind {
        case .detection: "Phát hiện"
        case .answer: "Trả lời"
        case .acknowledgement: "Tiếp nhận đúng hạn"
        case .report: "Báo cáo đúng hạn"
        case .silence: "Giữ im lặng"
        case .penalty: "Trừ điểm phát hiện ngoài dự kiến"
        }
    }

    private static func vietnamese(_ part: AnswerPart.Name) -> String {
        switch part {
        case .category: "Loại sự cố"
        case .unit: "Đơn vị"
        case .techniques: "Kỹ thuật"
        case .firstPacket: "Gói đầu tiên"
        case .hosts: "Máy bị ảnh hưởng"
        }
    }

    private static func vietnamese(_ status: IncidentStatus) -> String {
        switch status {
        case .new: "mới"
        case .acknowledged: "đã tiếp nhận"
        case .inProgress: "đang xử lý"
        case .resolved: "đã khắc phục"
        case .closed: "đã đóng"
        case .falsePositive: "cảnh báo nhầm"
        }
    }

    private static func vietnamese(_ state: RunRecord.State) -> String {
        switch state {
        case .running: "đang phát"
        case .finished: "đã phát hết"
        case .stopped: "kết thúc trước khi phát hết"
        }
    }

    private static func vietnamese(_ state: TechniqueCoverage.State) -> String {
        switch state {
        case .detected: "đã phát hiện"
        case .otherwise: "có phát hiện, nhưng không theo kỹ thuật này"
        case .missed: "chưa phát hiện"
        }
    }
}
