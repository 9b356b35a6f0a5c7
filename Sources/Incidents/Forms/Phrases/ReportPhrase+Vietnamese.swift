import NetTypes

extension ReportPhrase {
    var vietnamese: String {
        switch self {
        case .motto: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        case .motto2: "Độc lập - Tự do - Hạnh phúc"
        case .placeAndDate(let place, let time):
            (place.isEmpty ? "…………" : place) + ", ngày \(time.day) tháng \(time.month) năm \(time.year)"
        case .number: "Số: ………………"
        case .addressedTo: "Kính gửi"
        case .notes: "Ghi chú"
        case .sign: "(Ký tên, đóng dấu)"
        case .missing: "(còn thiếu)"
        case .missingTitle: "Thông tin bắt buộc còn thiếu"
        case .mandatoryNote: "(*) là thông tin bắt buộc; các mục khác có thể bỏ qua nếu không có thông tin."
        case .drill: "DIỄN TẬP: không phải sự cố thật. Không được gửi đi."
        case .translation: ""
        case .subject: "Tiêu đề thư điện tử"
        case .unverified(let citation, let verification, let note):
            "Chưa đối chiếu với bản gốc: \(citation) (\(Self.known(verification)))."
                + (note.isEmpty ? "" : " " + note)
        case .more(let count): "… và \(count) mục nữa"
        case .domains(let names): "Tên miền: \(names)"
        case .addresses(let addresses): "Địa chỉ IP: \(addresses)"
        case .span(let first, let last): "Từ \(first.both) đến \(last.both)"
        case .sent(let form, let time): "\(form), \(time.both)"
        case .none: "Không có"
        default: vietnameseOfIncident
        }
    }

    private static func known(_ verification: Verification) -> String {
        switch verification {
        case .primary: "đã đọc"
        case .secondary: "theo nguồn thứ cấp"
        case .memory: "theo trí nhớ"
        }
    }

    private var vietnameseOfIncident: String {
        switch self {
        case .summary(let title, let detections, let first, let last):
            "\(title): \(detections) phát hiện, từ \(first.both) đến \(last.both)."
        case .stage(let stage): "Giai đoạn đã quan sát được: \(Self.vietnamese(stage))."
        case .victim(let who): "Hệ thống bị ảnh hưởng: \(who)."
        case .attacker(let who): "Nguồn tấn công: \(who)."
        case .category(let category): Self.vietnamese(category)
        case .rule(let title, let name, let count): "Luật \(name) (\(title)): \(count) lần khớp"
        case .object(let kind, let name, let size, let sha256):
            "\(Self.vietnamese(kind))\(name.isEmpty ? "" : " “\(name)”"), \(size) byte"
                + (sha256.isEmpty ? "" : ", SHA-256 \(sha256)")
        case .ruleSet(let digest): "Bộ luật: SHA-256 \(digest)"
        case .action(let time, let person, let action, let detail, let note):
            "\(time.both), \(person): \(Self.vietnamese(action))"
                + [detail, note].filter { !$0.isEmpty }.map { "; " + $0 }.joined()
        case .address: "Địa chỉ IP"
        case .service: "Mô tả dịch vụ"
        case .times: "Thời điểm bị tấn công"
        case .technique: "Kỹ thuật tấn công"
        case .count: "Số phát hiện"
        case .evidence: "Chứng cứ liên quan"
        case .source: "Đối tượng thực hiện tấn công"
        case .targets: "Đối tượng bị tấn công"
        case .frames(let received, let lost): "Khung nhận được: \(received); bị mất: \(lost)"
        case .scans(let scanned, let notScanned):
            "Đối tượng và dòng dữ liệu đã quét hết: \(scanned); chưa quét hết: \(notScanned)"
        default: ""
        }
    }

    static func vietnamese(_ stage: AttackStage) -> String {
        switch stage {
        case .none: "không phải là một bước tấn công"
        case .reconnaissance: "rà quét, thu thập thông tin"
        case .delivery: "đưa mã khai thác hoặc mã độc tới hệ thống"
        case .execution: "thực thi"
        case .commandAndControl: "kết nối tới máy chủ điều khiển"
        case .impact: "gây tác động"
        }
    }

    static func vietnamese(_ category: RuleCategory) -> String {
        switch category {
        case .malware: "Mã độc"
        case .intrusion: "Xâm nhập, chiếm quyền điều khiển"
        case .dos: "Từ chối dịch vụ"
        case .leak: "Lộ, lọt, mất dữ liệu"
        case .deface: "Thay đổi giao diện, phá hoại nội dung"
        case .phishing: "Lừa đảo, giả mạo"
        case .recon: "Rà quét, thu thập thông tin"
        case .policy: "Vi phạm chính sách"
        case .other: "Khác"
        }
    }

    static func vietnamese(_ kind: ScannedObject.Kind) -> String {
        switch kind {
        case .stream: "Dòng dữ liệu TCP"
        case .segment: "Đoạn TCP"
        case .datagram: "Gói dữ liệu"
        case .httpBody: "Nội dung HTTP"
        case .formPart: "Phần của biểu mẫu HTTP"
        case .mail: "Thư điện tử"
        case .mimePart: "Phần của thư điện tử"
        case .ftpFile: "Tệp FTP"
        case .tftpFile: "Tệp TFTP"
        case .smbFile: "Tệp SMB"
        case .nfsFile: "Tệp NFS"
        case .archiveMember: "Tệp trong tệp nén"
        }
    }

    static func vietnamese(_ action: JournalEntry.Action) -> String {
        switch action {
        case .opened: "sự cố được mở"
        case .reopened: "mở lại"
        case .escalated: "nâng mức độ"
        case .status: "đổi trạng thái"
        case .assigned: "phân công"
        case .noted: "ghi chú"
        case .merged: "gộp sự cố"
        case .viewed: "xem nội dung"
        case .reported: "lập biểu mẫu"
        case .sent: "gửi báo cáo"
        case .exported: "xuất chứng cứ"
        case .answered: "trả lời câu hỏi diễn tập"
        case .removed: "xóa dữ liệu cũ"
        }
    }
}
