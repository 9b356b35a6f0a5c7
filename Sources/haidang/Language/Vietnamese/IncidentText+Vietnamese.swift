import Incidents
import NetTypes

extension IncidentText {
    var vietnamese: String {
        switch self {
        case .status(let status): status.vietnamese
        case .action(let action): action.vietnamese
        case .error(let error): error.vietnamese
        case .listed(let shown, let all):
            "Sự cố: \(Number.grouped(shown)) trên tổng số \(Number.grouped(all))."
        case .moreDetections(let count): "… và \(Number.grouped(count)) phát hiện nữa."
        case .withheld(let digest):
            digest.map { "nội dung không được giữ theo chính sách của đơn vị; sha256 \($0)" }
                ?? "nội dung không được giữ theo chính sách của đơn vị"
        case .done(let id, let status): "\(id): \(status.vietnamese)."
        case .assigned(let id, let person):
            person.isEmpty ? "\(id): không còn ai phụ trách." : "\(id): giao cho \(Escaping.shown(person))."
        case .noted(let id): "\(id): đã ghi chú."
        case .merged(let id, let other): "\(id) đã nhập vào \(other)."
        case .sent(let id, let clock): "\(id): đã ghi nhận gửi theo \(clock)."
        case .clock(let state, let due, let isDecided):
            "\(state.vietnamese)\(due.isEmpty ? "" : ", hạn \(due)")"
                + (isDecided ? "" : " (nếu thuộc diện phải báo)")
        case .noClock(let text, let nearest):
            "Không có thời hạn \(Escaping.shown(text))" + (nearest.map { "; có phải là \($0)?" } ?? ".")
        case .noStore: "Chưa có cơ sở dữ liệu sự cố: dùng --store FILE hoặc khóa incidents.store."
        case .sinksNeedStore:
            "Nơi nhận sự kiện cần có cơ sở dữ liệu sự cố: dùng --store FILE hoặc khóa incidents.store."
        case .noSuchIncident(let text):
            "Không có sự cố nào (hoặc có nhiều hơn một) ứng với \(Escaping.shown(text))."
        case .noteTooLong(let bytes): "Ghi chú dài quá \(Number.grouped(bytes)) byte."
        case .badDay(let text): "\(Escaping.shown(text)) không phải là ngày; hãy viết như 2026-11-28."
        case .account(let opened, let escalated, let repeats):
            "Sự cố: \(Number.grouped(opened)) mới, \(Number.grouped(escalated)) nặng thêm hoặc mở lại"
                + (repeats > 0 ? "; \(Number.grouped(repeats)) phát hiện đã có từ trước" : "")
        case .unsaved(let count): "\(Number.grouped(count)) cảnh báo không vào được cơ sở dữ liệu sự cố"
        case .failing(let error): "Chưa ghi được sự cố, đang thử lại: \(error.vietnamese)"
        case .removed(let count): "Đã bỏ chi tiết của \(Number.grouped(count)) phát hiện đã quá hạn lưu."
        default: vietnameseHeading
        }
    }

    private var vietnameseHeading: String {
        switch self {
        case .severity: "Mức độ"
        case .category: "Loại"
        case .stage: "Giai đoạn"
        case .techniques: "ATT&CK"
        case .unit: "Đơn vị"
        case .contact: "Liên hệ"
        case .victim: "Bên bị hại"
        case .attacker: "Bên tấn công"
        case .firstSeen: "Bắt đầu (UTC)"
        case .lastSeen: "Gần nhất (UTC)"
        case .detectedAt: "Phát hiện lúc (UTC)"
        case .assignee: "Phụ trách"
        case .nobody: "chưa ai"
        case .mergedInto: "Đã nhập vào"
        case .rules: "Luật"
        case .detections: "Phát hiện"
        case .clocks: "Thời hạn (giờ Việt Nam)"
        case .journal: "Nhật ký"
        default: ""
        }
    }
}

extension IncidentStatus {
    fileprivate var vietnamese: String {
        switch self {
        case .new: "mới"
        case .acknowledged: "đã tiếp nhận"
        case .inProgress: "đang xử lý"
        case .resolved: "đã khắc phục"
        case .closed: "đã đóng"
        case .falsePositive: "cảnh báo nhầm"
        }
    }
}

extension ClockState {
    fileprivate var vietnamese: String {
        switch self {
        case .remaining: "còn hạn"
        case .dueSoon: "sắp hết hạn"
        case .overdue: "QUÁ HẠN"
        case .sent: "đã gửi"
        case .notTriggered: "chưa tính"
        }
    }
}

extension JournalEntry.Action {
    fileprivate var vietnamese: String {
        switch self {
        case .opened: "lập sự cố"
        case .reopened: "mở lại"
        case .escalated: "nặng thêm"
        case .status: "trạng thái"
        case .assigned: "phân công"
        case .noted: "ghi chú"
        case .merged: "nhập"
        case .viewed: "đã xem"
        case .reported: "lập báo cáo"
        case .sent: "đã gửi"
        case .exported: "xuất chứng cứ"
        case .answered: "trả lời"
        case .removed: "bỏ dữ liệu cũ"
        }
    }
}

extension StoreError {
    fileprivate var vietnamese: String {
        switch self {
        case .cannotOpen(let path, let reason):
            "Không mở được cơ sở dữ liệu sự cố \(Escaping.shown(path))"
                + (reason.isEmpty ? "." : ": \(SystemReason.translated(reason)).")
        case .newerVersion(let path):
            "\(Escaping.shown(path)) do phiên bản mới hơn của chương trình ghi; hãy nâng cấp chương trình."
        case .locked: "Cơ sở dữ liệu sự cố đang bị tiến trình khác giữ."
        case .full: "Hết chỗ trên đĩa cho cơ sở dữ liệu sự cố."
        case .damaged(let reason): "Cơ sở dữ liệu sự cố bị hỏng: \(Escaping.shown(reason))."
        case .failed(let reason): "Cơ sở dữ liệu sự cố báo lỗi: \(Escaping.shown(reason))."
        case .unknownIncident(let id): "Không có sự cố \(id)."
        case .notAllowed(let from, let to):
            "Không thể chuyển từ “\(from.vietnamese)” sang “\(to.vietnamese)”."
        case .merged(let into): "Sự cố này đã nhập vào \(into); hãy làm việc với sự cố đó."
        case .intoItself: "Không thể nhập một sự cố vào chính nó."
        case .wrongKind(let isDrill):
            isDrill
                ? "Đây là cơ sở dữ liệu của DIỄN TẬP, không phải của sự cố thật."
                : "Đây là cơ sở dữ liệu của sự cố thật, không phải của diễn tập."
        }
    }
}
