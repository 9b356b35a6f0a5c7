import Drills
import NetTypes

extension DrillText {
    var vietnamese: String {
        switch self {
        case .banner: "DIỄN TẬP: không có sự cố thật nào ở đây"
        case .error(let error): Self.vietnamese(error)
        case .folderExists(let path): "\(Escaping.shown(path)) đã có; mỗi lần phát cần một thư mục riêng"
        case .noRun(let path): "\(Escaping.shown(path)) không phải thư mục của một lần diễn tập"
        case .storeExists(let path):
            "\(Escaping.shown(path)) đã có; mỗi cuộc diễn tập bắt đầu với cơ sở dữ liệu mới"
        case .notADrillStore(let path): "\(Escaping.shown(path)) không phải cơ sở dữ liệu diễn tập"
        case .drillChanged(let path):
            "\(Escaping.shown(path)) đã thay đổi sau lần phát; hãy chấm theo bản cũ (--drill TỆP)"
        case .logChanged(let path):
            "\(Escaping.shown(path)) đã thay đổi sau lần phát: không còn là bằng chứng"
        case .cannotGoBack: "diễn tập chỉ đi tới; muốn xem lại, hãy phát một lần mới"
        case .badSpan(let text):
            "\(Escaping.shown(text)) không phải khoảng thời gian, như 250ms, 12s, 15m, 24h"
        case .badPace(let text):
            "\(Escaping.shown(text)) không phải tốc độ: một số từ 0 (nhanh hết mức) đến 1000"
        case .badOrder(let text):
            "\(Escaping.shown(text)) không phải lệnh: pause, resume, pace N, seek THỜI_ĐIỂM hoặc stop"
        case .unknownRule(let rule, let inject, let nearest):
            "tình huống \(inject) chờ luật \(Escaping.shown(rule)), không có trong bộ luật"
                + (nearest.map { "; ý bạn là \(Escaping.shown($0))?" } ?? "")
        case .damaged(let file, let reason):
            "\(Escaping.shown(file)) chỉ đọc được một phần: \(Escaping.shown(reason))"
        case .regressions(let count):
            "\(Number.grouped(count)) khung có giờ sớm hơn khung trước; chúng được phát cùng khung trước"
        case .playing(let title, let length, let frames, let speed):
            "\(Escaping.shown(title)): \(SpanText.short(length)) lưu lượng, \(Number.grouped(frames)) khung, "
                + (speed > 0 ? "tốc độ \(SpanText.pace(speed))" : "nhanh hết mức")
        case .folder(let path): "Toàn bộ về lần phát này: \(Escaping.shown(path))"
        case .played(let done, let all, let isPaused):
            "\(SpanText.short(done)) / \(SpanText.short(all))" + (isPaused ? ", đang dừng" : "")
        case .score(let points, let maximum):
            "Điểm: \(SpanText.points(points)) / \(SpanText.points(maximum))"
        case .provisional: "điểm tạm tính: diễn tập chưa kết thúc"
        case .unexpected(let count): "\(Number.grouped(count)) phát hiện ngoài dự kiến"
        case .unjudged(let count): "\(Number.grouped(count)) phát hiện không được chấm vì quá nhiều"
        case .unassessed(let count): "\(Number.grouped(count)) tình huống chưa đánh giá"
        case .incomplete(let words): "Chưa kiểm tra hết: \(words.joined(separator: ", "))"
        case .silence(let title, let isKept):
            "Phải im lặng\(title.isEmpty ? "" : " (\(Escaping.shown(title)))"): "
                + (isKept.map { $0 ? "giữ được" : "bị phá" } ?? "đến nay giữ được")
        case .verdict(let verdict): Self.vietnamese(verdict)
        case .reason(let reason): Self.vietnamese(reason)
        case .near(let rule): "thấy ở đó: \(Escaping.shown(rule))"
        case .answered(let id): "Đã ghi câu trả lời về \(id)."
        case .emptyAnswer:
            "câu trả lời phải nói điều gì đó: --category, --unit, --technique, --first-packet hoặc --host"
        case .ordered(let action): "Đã ra lệnh cho cuộc diễn tập: \(action.rawValue)."
        case .verified(let passed, let failed): "\(passed) kịch bản đạt, \(failed) không đạt"
        case .silenceBroken(let rule): "im lặng bị phá bởi \(Escaping.shown(rule))"
        case .unexpectedRule(let rule): "ngoài dự kiến: \(Escaping.shown(rule))"
        case .notWhole: "chưa phát đến hết"
        case .noDrills(let path): "không có drill.yml nào trong \(Escaping.shown(path))"
        case .yes: "có"
        case .no: "không"
        case .none: "–"
        }
    }

    private static func vietnamese(_ error: DrillError) -> String {
        switch error {
        case .capture(let error): "\(ProblemText.capture(error).vietnamese)"
        case .changed(let file, let expected, let found):
            "\(Escaping.shown(file)) không phải bản bắt gói mà kịch bản được dựng trên đó: SHA-256 là \(found), không phải \(expected)"
        case .noFrames(let file): "\(Escaping.shown(file)) không có khung nào"
        case .outside(let injects, let length):
            "các tình huống \(injects.map { "\($0)" }.joined(separator: ", ")) nằm sau khi lưu lượng kết thúc, vốn chỉ dài "
                + SpanText.short(length)
        case .cannotWrite(let path, let reason):
            "không ghi được \(Escaping.shown(path))\(reason.isEmpty ? "" : ": \(Escaping.shown(reason))")"
        case .noThreads: ProblemText.noThreads.vietnamese
        case .store(let error): IncidentText.error(error).vietnamese
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

    private static func vietnamese(_ reason: MissReason) -> String {
        switch reason {
        case .ruleAbsent(let rule): "luật \(Escaping.shown(rule)) không có trong bộ luật của lần phát này"
        case .suppressed(let id): "bị tạm ẩn bởi \(Escaping.shown(id))"
        case .noTraffic: "không thấy luồng nào giữa hai đầu này"
        case .encrypted(let name): "luồng được mã hóa (\(Escaping.shown(name)))"
        case .packetsLost(let bytes): "\(Number.grouped(bytes)) byte của luồng không bao giờ đến"
        case .objectTruncated(let count): "\(Number.grouped(count)) đối tượng trong luồng chưa được quét trọn"
        case .otherObject: "có thấy, nhưng không trong loại đối tượng đó"
        case .otherTime: "có thấy, nhưng ngoài thời gian của tình huống"
        case .notMatched: "lưu lượng có đủ, không mã hóa; không luật nào khớp"
        }
    }
}
