import Incidents
import NetTypes

extension DigestText {
    var vietnamese: String {
        switch self {
        case .title(let day): "Tổng kết đêm \(day.date)"
        case .run(let number, let host): "Lần quét \(number) trên máy \(Escaping.shown(host))"
        case .ran(let from, let to):
            "Chạy từ \(from.both) đến \(to?.both ?? "–") (UTC+7)"
        case .captured(let from, let to): "Lưu lượng từ \(from.both) đến \(to.both) (UTC+7)"
        case .resumed(let count): "Số lần bị ngắt rồi tiếp tục: \(Number.grouped(count, .vietnamese))"
        case .unfinished: "LẦN QUÉT NÀY CHƯA KẾT THÚC: đã bị ngắt, hoặc vẫn đang chạy."
        case .openRun(let run): "CÓ LẦN QUÉT SAU (\(run)) CHƯA KẾT THÚC: đã bị ngắt, hoặc vẫn đang chạy."
        case .code(let code): "Mã thoát \(code): \(Self.vietnamese(code))"
        case .part(let part, let whole):
            "\(Number.bytes(part, .vietnamese)) trên \(Number.bytes(whole, .vietnamese))"
        case .leftDetail: "còn đang thay đổi, hoặc đã hết giờ"
        case .huntedDetail(let partial, let failed, let detections):
            "bằng các luật mới; \(Number.grouped(partial, .vietnamese)) dở dang, \(Number.grouped(failed, .vietnamese)) hỏng; \(Number.grouped(detections, .vietnamese)) phát hiện"
        case .verdict(let verdict, let isHunt): Self.vietnamese(verdict) + (isHunt ? " (săn lại)" : "")
        case .reason(let verdict): Self.vietnamese(reason: verdict)
        case .more(let count): "… và \(Number.grouped(count, .vietnamese)) mục nữa"
        case .none: "Không có."
        case .incidents(let count): "\(Number.grouped(count, .vietnamese)) sự cố mới"
        case .hits(let hits, let detections):
            "\(Number.grouped(detections, .vietnamese)) phát hiện, trong đó \(Number.grouped(hits, .vietnamese)) là cảnh báo."
        case .missing(let count): "Tổng cộng \(Number.grouped(count, .vietnamese)) tệp."
        case .noUnit: "(không thuộc đơn vị nào)"
        case .change(let change): Self.vietnamese(change)
        case .noNights: "Chưa có đêm nào trước đó để so sánh."
        case .bars: "Số tệp, số byte bắt được và số phát hiện của mỗi đêm; cột cuối là đêm này."
        case .subject(let day, let incidents, let faults, let isFinished):
            (isFinished ? "" : "[CHƯA XONG] ")
                + "Đêm \(day.date): \(Number.grouped(incidents, .vietnamese)) sự cố mới, "
                + "\(Number.grouped(faults, .vietnamese)) tệp chưa trọn"
        case .withheld:
            "Địa chỉ và đơn vị của các mạng không giữ nội dung không có trong bản được gửi đi."
        }
    }

    private static func vietnamese(_ code: Int32) -> String {
        switch ExitCode(rawValue: code) {
        case .nothingFound: "đã quét hết, không phát hiện gì."
        case .found: "đã quét hết, có phát hiện."
        case .usage: "sai cách dùng hoặc cấu hình; chưa làm gì."
        case .incomplete: "CHƯA QUÉT HẾT; cũng có thể có phát hiện."
        case .rules: "không dùng được luật nào."
        case .input: "không đọc được đầu vào nào."
        case .internal: "lỗi của chương trình; hãy báo lại."
        case .busy: "một lần quét khác đang chạy."
        case .interrupted, .terminated: "bị tín hiệu ngắt; lần sau sẽ tiếp tục."
        case nil: "mã mà chương trình này không dùng."
        }
    }

    private static func vietnamese(_ verdict: LedgerVerdict) -> String {
        switch verdict {
        case .done: "trọn vẹn"
        case .partial: "dở dang"
        case .failed: "HỎNG"
        }
    }

    private static func vietnamese(reason verdict: LedgerVerdict) -> String {
        switch verdict {
        case .done: ""
        case .partial(.damaged, let reason), .failed(let reason):
            SystemReason.translated(reason, .vietnamese)
        case .partial(.interrupted, _): "bị ngắt; lần sau sẽ quét lại từ đầu"
        case .partial(.limited, let reason): DigestLimit.text(reason, .vietnamese)
        }
    }

    private static func vietnamese(_ change: NightChange) -> String {
        let name =
            switch change.measure {
            case .files: "Số tệp"
            case .bytes: "Byte bắt được"
            case .detections: "Phát hiện"
            case .incidents: "Sự cố mới"
            }
        func shown(_ value: UInt64) -> String {
            change.measure == .bytes ? Number.bytes(value, .vietnamese) : Number.grouped(value, .vietnamese)
        }
        let usual = "\(shown(change.value)), thường là \(shown(change.usual))"
        let rest =
            switch change.kind {
            case .unknown: shown(change.value)
            case .asUsual: "\(shown(change.value)), như mọi đêm (\(shown(change.usual)))"
            case .more: "\(usual): NHIỀU HƠN, gấp \(Number.times(change.tenths ?? 0, .vietnamese)) lần"
            case .less: "\(usual): ÍT HƠN, bằng \(Number.times(change.tenths ?? 0, .vietnamese)) lần"
            case .new: "\(shown(change.value)), thường không có: MỚI"
            case .gone: "không có, thường là \(shown(change.usual)): MẤT"
            }
        return "\(name): \(rest)"
    }
}
