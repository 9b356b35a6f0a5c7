import Drills
import Foundation

extension LogbookText {
    var vietnamese: String {
        switch self {
        case .error(let error): Self.vietnamese(error)
        case .notice(let notice): Self.vietnamese(notice)
        case .fault(let fault): Self.vietnamese(fault)
        case .added(let number): "Đã ghi mục số \(number)."
        case .imported(let count): "Đã ghi: \(Number.grouped(count)) hành động."
        case .keepThis(let hash):
            "Hãy lưu mã băm này ở nơi khác, nó chứng minh cho sổ nhật ký đến đây: \(hash)"
        case .intact(let count): "Nguyên vẹn: \(Number.grouped(count)) mục."
        case .broken(let count): "Đã bị thay đổi: \(Number.grouped(count)) chỗ sai."
        case .compareWith(let hash): "So với mã băm đã lưu: \(hash)"
        case .replacedBy(let number): "đã được mục \(number) thay thế"
        case .replaces(let number): "thay cho mục \(number)"
        case .isVoid: "không tính: lần nhập chưa trọn vẹn"
        case .result(let result):
            switch result {
            case .succeeded: "thành công"
            case .failed: "thất bại"
            case .unknown: "không rõ"
            }
        case .isDetected: "có"
        case .isMissed: "không"
        case .isSuppressed: "không, đã bị tắt cảnh báo"
        case .detected(let count, let all):
            "Đã phát hiện: \(Number.grouped(count)) trên \(Number.grouped(all)) hành động."
        case .verdict(let verdict): Self.vietnamese(verdict)
        case .flows(let proof):
            "trước \(Self.share(proof.before)), trong \(Self.share(proof.during)), sau \(Self.share(proof.after))"
        case .contradiction(let number):
            "Mục \(number): đội tấn công nói thành công, nhưng không luồng nào được trả lời."
        case .agreement(let agreement):
            switch agreement {
            case .agrees: "(khớp)"
            case .differs: "(khác)"
            case .unknown: "(luật không nêu)"
            }
        case .unexplained(let count): "Cảnh báo không thuộc hành động nào: \(Number.grouped(count))"
        case .moreUnexplained(let count):
            "… và \(Number.grouped(count)) cảnh báo nữa (xem đủ các nhóm bằng --json)"
        case .read(let account):
            "Đã đọc: \(Number.grouped(account.events)) sự kiện, \(Number.grouped(account.alerts)) cảnh báo, "
                + "\(Number.grouped(account.flows)) luồng"
        case .unreadLines(let account):
            "\(Number.grouped(account.bad)) dòng không phải sự kiện, \(Number.grouped(account.tooLong)) dòng quá dài; "
                + "các dòng này đã bị bỏ qua"
        case .noFlows: "không có sự kiện luồng: không thể kết luận điều gì về việc chặn"
        }
    }

    private static func share(_ count: EffectProof.Count) -> String {
        "\(Number.grouped(count.answered))/\(Number.grouped(count.flows))"
    }

    private static func vietnamese(_ verdict: EffectVerdict) -> String {
        switch verdict {
        case .blocked: "đã chặn"
        case .notBlocked: "chưa chặn"
        case .blockedFrom(let time): "đã chặn từ \(ActionTime.text(time, in: .current))"
        case .unclear: "chưa rõ"
        case .noTraffic: "không thấy lưu lượng"
        }
    }

    private static func vietnamese(_ notice: LogbookNotice) -> String {
        switch notice {
        case .unfinished(let line, let bytes):
            "dòng \(line) chưa được ghi xong (\(Number.grouped(bytes)) byte); dòng này chưa từng được xác nhận và không tính"
        case .incompleteImport(let number, let rows, let all):
            "lần nhập \(Number.grouped(all)) hành động chỉ ghi được \(Number.grouped(rows)), từ mục \(number); các mục đó "
                + "không tính, và tệp có thể được nhập lại"
        }
    }

    private static func vietnamese(_ fault: LogbookFault) -> String {
        switch fault.kind {
        case .changed: "dòng \(fault.line) đã bị sửa"
        case .misplaced: "dòng \(fault.line) nằm ở chỗ của dòng khác: có dòng bị bỏ, bị thêm hoặc bị đổi chỗ"
        case .unlinked: "dòng \(fault.line) không nối tiếp dòng trước, dòng trước đã bị viết lại"
        case .wrongCorrection: "dòng \(fault.line) thay cho một mục không có, hoặc đã được thay thế"
        case .unknownAnchor: "không có dòng nào mang mã băm đã lưu"
        }
    }

    private static func vietnamese(_ error: LogbookError) -> String {
        switch error {
        case .unreadable(let path, let code):
            "không đọc được \(Escaping.shown(path)): \(SystemReason.text(code))"
        case .notAFile(let path): "\(Escaping.shown(path)) không phải là tệp thường"
        case .cannotWrite(let path, let code):
            "không ghi được \(Escaping.shown(path)): \(SystemReason.text(code))"
        case .tooLarge(let path, let limit):
            "\(Escaping.shown(path)) quá lớn: giới hạn là \(Number.grouped(limit))"
        case .broken(let path, let line):
            "\(Escaping.shown(path)):\(line): sổ nhật ký đã bị thay đổi ở đây; hãy giữ nguyên làm bằng chứng, sổ không được dùng tiếp"
        case .noSuchEntry(let number): "không có mục \(number) để sửa"
        case .alreadyCorrected(let number, let by): "mục \(number) đã được mục \(by) thay thế: hãy sửa mục đó"
        case .badAction(let problem): vietnamese(problem)
        case .alreadyImported(let number): "tệp này đã được nhập trước đây, từ mục \(number)"
        case .badRow(let path, let line, let column, let problem):
            "\(Escaping.shown(path)):\(line): "
                + (column.isEmpty ? "" : "\(Escaping.shown(column)): ") + vietnamese(problem)
                + "; chưa ghi mục nào"
        case .noRows(let path): "không có hành động nào trong \(Escaping.shown(path))"
        }
    }

    private static func vietnamese(_ problem: ActionProblem) -> String {
        switch problem {
        case .noTitle: "chưa nói đã làm gì"
        case .noSource: "chưa nói thực hiện từ đâu"
        case .noTarget: "chưa nói nhắm đến đâu"
        case .endsBeforeStart: "lúc kết thúc trước lúc bắt đầu"
        case .badAddress(let text): "\(Escaping.shown(text)) không phải địa chỉ hay mạng"
        case .badTime(let text):
            "\(Escaping.shown(text)) không phải thời gian, ví dụ 2026-11-28 09:30 hoặc 2026-11-28T09:30:15+07:00"
        case .badPort(let text): "\(Escaping.shown(text)) không phải cổng từ 1 đến 65.535"
        case .badTechnique(let text):
            "\(Escaping.shown(text)) không phải kỹ thuật ATT&CK, ví dụ T1190 hoặc T1505.003"
        case .badResult(let text):
            "\(Escaping.shown(text)) không thuộc \(ClaimedResult.allCases.map(\.rawValue).joined(separator: ", "))"
        case .tooMany(let limit): "có hơn \(limit) địa chỉ hoặc bằng chứng"
        case .textTooLong(let limit): "có nội dung dài hơn \(Number.grouped(limit)) byte"
        }
    }

    private static func vietnamese(_ problem: RowProblem) -> String {
        switch problem {
        case .action(let problem): vietnamese(problem)
        case .badQuotes: "dấu ngoặc kép chưa đóng, hoặc đặt sai chỗ"
        case .fields(let count, let expected): "dòng có \(count) ô trong khi có \(expected) cột"
        case .unknownHeading(let nearest):
            "không có cột này" + (nearest.map { "; gần nhất là \($0)" } ?? "")
        case .repeatedHeading: "tên cột bị lặp"
        case .missingHeading: "thiếu cột này"
        case .badText: "dòng không phải UTF-8"
        }
    }
}
