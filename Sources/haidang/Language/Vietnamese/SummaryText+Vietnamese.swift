import NetTypes

extension SummaryText {
    var vietnamese: String {
        switch self {
        case .framesSoFar(let frames): "\(Number.grouped(frames)) khung"
        case .rules(let count, let leftOut, let places):
            "Luật: \(Number.grouped(count)) luật từ \(places.map(Escaping.shown).joined(separator: ", "))"
                + (leftOut > 0 ? ", \(Number.grouped(leftOut)) chỗ bị bỏ qua vì lỗi" : "")
        case .indicators(let text): text.vietnamese
        case .files(let complete, let partial, let failed):
            "Tệp: \(complete) đọc hết, \(partial) đọc dở dang, \(failed) không đọc được"
        case .partialFile(let path, let reason):
            "  dở dang: \(Escaping.shown(path)): \(SystemReason.translated(reason))"
        case .damagedFile(let path, let reason):
            "\(Escaping.shown(path)): tệp dở dang, \(SystemReason.translated(reason))"
        case .failedFile(let sentence): "  hỏng: \(sentence)"
        case .traffic(let frames, let bytes, let flows):
            "Lưu lượng: \(Number.grouped(frames)) khung, \(Number.bytes(bytes)), \(Number.grouped(flows)) luồng"
        case .framesLost(let frames): "Cảm biến báo đã mất \(Number.grouped(frames)) khung"
        case .gaps(let streams, let bytes):
            "Phần thiếu: \(Number.grouped(streams)) chiều luồng, \(Number.grouped(bytes)) byte không có trong bản ghi"
        case .scanned(let bytes, let detections):
            "Đã quét: \(Number.bytes(bytes)); phát hiện: \(Number.grouped(detections))"
        case .suppression(let text): text.vietnamese
        case .ledger(let text): text.vietnamese
        case .night(let text): text.vietnamese
        case .incidents(let text): text.vietnamese
        case .nothingFound: "Không phát hiện gì; mọi nội dung trong bản ghi đã được quét."
        case .notAllInspected: "CHƯA QUÉT HẾT:"
        case .remainder(let remainder): remainder.vietnamese
        case .moreDetections(let count):
            "… và \(Number.grouped(count)) phát hiện nữa (xem đủ bằng --json hoặc trong sổ sự kiện)"
        case .eventLog(let path): "Sổ sự kiện: \(Escaping.shown(path))"
        case .interrupted: "Bị ngắt giữa chừng; số liệu dưới đây chỉ tính đến lúc đó."
        case .place(let offset, let first, let last):
            "byte \(Number.grouped(offset)), khung \(first == last ? "\(first)" : "\(first)–\(last)")"
        case .frames(let first, let last): "khung \(first == last ? "\(first)" : "\(first)–\(last)")"
        case .object(let kind, .toServer): "\(kind.vietnamese) tới máy chủ"
        case .object(let kind, .toClient): "\(kind.vietnamese) tới máy khách"
        case .severity(let level): ["nghiêm trọng", "cao", "trung bình", "thấp"][min(max(level, 1), 4) - 1]
        }
    }
}

extension Remainder {
    fileprivate var vietnamese: String {
        switch self {
        case .interrupted: "lượt chạy bị ngắt trước khi đọc hết đầu vào"
        case .files(let partial, let failed): "\(partial) tệp đọc dở dang, \(failed) tệp không đọc được"
        case .rules(let count): "\(Number.grouped(count)) luật hoặc tệp luật bị bỏ qua nên không được tìm"
        case .snapped(let bytes): "\(Number.grouped(bytes)) byte bị cắt khi bắt gói (snaplen)"
        case .unknownLink(let frames):
            "\(Number.grouped(frames)) khung thuộc loại liên kết không giải mã được"
        case .fragments(let pieces): "\(Number.grouped(pieces)) gói IP phân mảnh bị bỏ vì hết chỗ"
        case .limited(let count): "\(Number.grouped(count)) lần dòng TCP bị cắt đôi vì chạm giới hạn"
        case .timedOut(let bytes): "\(Number.grouped(bytes)) byte quét quá thời gian"
        case .objects(let bytes): "\(Number.grouped(bytes)) byte của tệp vượt quá giới hạn"
        case .unscannedObjects(let count): "\(Number.grouped(count)) tệp quét chưa xong"
        case .failed(let bytes): "\(Number.grouped(bytes)) byte quét bị lỗi"
        case .unsaved(let count): IncidentText.unsaved(count).vietnamese
        case .missingFiles(let count): "thiếu \(Number.grouped(count)) tệp giữa những tệp hiện có"
        case .leftOver(let count): "\(Number.grouped(count)) tệp để lại lần sau vì đã hết giờ"
        case .other: "một phần lưu lượng không được kiểm tra (xem sự kiện stats)"
        }
    }
}

extension ScannedObject.Kind {
    fileprivate var vietnamese: String {
        switch self {
        case .stream: "dòng TCP"
        case .segment: "đoạn TCP lạc"
        case .datagram: "gói tin"
        case .httpBody: "nội dung HTTP"
        case .formPart: "phần biểu mẫu"
        case .mail: "thư"
        case .mimePart: "phần của thư"
        case .ftpFile: "tệp FTP"
        case .tftpFile: "tệp TFTP"
        case .smbFile: "tệp SMB"
        case .nfsFile: "tệp NFS"
        case .archiveMember: "tệp trong kho nén"
        }
    }
}
