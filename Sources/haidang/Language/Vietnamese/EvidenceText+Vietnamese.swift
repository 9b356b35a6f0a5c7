import Incidents

extension EvidenceText {
    var vietnamese: String {
        switch self {
        case .error(let error): Self.vietnamese(error)
        case .noKeySet: "chưa đặt khóa để niêm phong đối tượng (evidence.key, --key): không xuất đối tượng"
        case .notEntered: "hồ sơ không còn nguyên vẹn nên không ghi gì vào nhật ký bảo quản"
        case .exported(let path, let files): "Đã ghi: \(Escaping.shown(path)), \(Number.grouped(files)) tệp"
        case .missing(let gap):
            "Không có trong hồ sơ: \(Self.kind(gap.kind)) \(Escaping.shown(gap.name)): \(Self.reason(gap.reason))"
        case .keepThis(let hash): "Hãy lưu mã băm này ở nơi khác, nó chứng minh cho hồ sơ: \(hash)"
        case .intact(let files, let lines):
            "Nguyên vẹn: \(Number.grouped(files)) tệp và \(Number.grouped(lines)) dòng nhật ký bảo quản."
        case .broken(let count): "Không còn nguyên vẹn: \(Number.grouped(count)) chỗ sai."
        case .compareWith(let hash): "So với mã băm đã lưu: \(hash)"
        case .fault(let fault): Self.vietnamese(fault)
        case .opened(let path, let bytes):
            "Đã ghi: \(Escaping.shown(path)), \(Number.grouped(bytes)) byte. Tệp có thể độc hại."
        case .keysWritten(let one, let two):
            "Đã ghi: \(Escaping.shown(one)) (bí mật, để mở niêm phong) và \(Escaping.shown(two)) (để niêm phong)"
        case .purpose(let word): Self.purposes[word] ?? Escaping.shown(word)
        case .action(let word): Self.actions[word] ?? Escaping.shown(word)
        }
    }

    private static let purposes = [
        "packets": "gói tin", "object": "đối tượng", "objects": "các đối tượng", "events": "sự kiện",
        "incident": "sự cố", "journal": "nhật ký sự cố", "rule": "luật", "rules": "danh sách luật",
        "versions": "phiên bản", "losses": "số liệu mất mát",
    ]

    private static let actions = ["exported": "xuất", "viewed": "xem", "opened": "mở niêm phong"]

    private static func kind(_ word: String) -> String {
        let words = [
            "packets": "gói tin của luồng", "object": "đối tượng", "rule": "luật", "source": "nguồn",
            "losses": "số liệu mất mát", "detections": "phát hiện",
        ]
        return words[word] ?? Escaping.shown(word)
    }

    /// Gaps are machine output and speak English; these are the clauses that one meets.
    private static func reason(_ text: String) -> String {
        Pattern.apply(
            [
                Pattern("^(the|a) network at one end keeps no payload$", "mạng ở một đầu không lưu nội dung"),
                Pattern(
                    "^the network at one end keeps no payload but its hash$",
                    "mạng ở một đầu chỉ lưu mã băm của nội dung"),
                Pattern(
                    "^no key to seal it with was given, and no zip was asked for$",
                    "không có khóa để niêm phong, và không yêu cầu zip"),
                Pattern(
                    "^it was not found again in the packets of the case$",
                    "không tìm lại được trong các gói tin của hồ sơ"),
                Pattern("^it is larger than (\\d+) bytes$", "lớn hơn $1 byte"),
                Pattern("^there are more than (\\d+) objects$", "có hơn $1 đối tượng"),
                Pattern("^they were counted and not kept one by one$", "được đếm nhưng không lưu từng cái"),
                Pattern(
                    "^there is no such file, and no recording was named$",
                    "không có tệp này, và không nêu bản ghi lưu lượng nào"),
                Pattern(
                    "^no packet of it was found in the places that were read$",
                    "không có gói tin nào của luồng trong các nơi đã đọc"),
                Pattern("^it has no Community ID to be found by$", "luồng không có Community ID để tìm"),
                Pattern(
                    "^nobody knows what the sensor lost in the time of the incident$",
                    "không rõ thiết bị đã mất gì trong thời gian xảy ra sự cố"),
                Pattern(
                    "^the rules are not where they are looked for$", "không thấy luật ở nơi tìm luật"),
                Pattern("^the rules cannot be loaded$", "không nạp được luật"),
                Pattern("^its file cannot be read$", "không đọc được tệp luật"),
                Pattern(
                    "^it fired in rule set ([0-9a-f]+), and at hand is ([0-9a-f]+)$",
                    "luật khớp trong bộ luật $1, còn bộ luật hiện có là $2"),
            ], to: SystemReason.translated(text, .vietnamese))
    }

    private static func vietnamese(_ error: EvidenceError) -> String {
        switch error {
        case .exists(let path): "\(Escaping.shown(path)): đã có, không bị ghi đè"
        case .cannotWrite(let path, let reason):
            "\(Escaping.shown(path)): không ghi được: \(SystemReason.translated(reason, .vietnamese))"
        case .unreadable(let path, let reason):
            "\(Escaping.shown(path)): không đọc được: \(SystemReason.translated(reason, .vietnamese))"
        case .notACase(let path): "\(Escaping.shown(path)): không phải là hồ sơ chứng cứ"
        case .tooLarge(let limit): "hồ sơ lớn hơn \(Number.grouped(limit)) byte"
        case .noKey(let path): "\(Escaping.shown(path)): không phải là khóa đúng loại"
        case .notOpened: "không mở được đối tượng: niêm phong bằng khóa khác, hoặc đã bị sửa"
        case .noSuchObject(let sha256): "không có đối tượng niêm phong \(Escaping.shown(sha256))"
        case .brokenLog(let path, let line):
            "\(Escaping.shown(path)):\(line): nhật ký bảo quản bị đứt ở đây nên không ghi thêm gì"
        case .interrupted: "bị ngắt, không để lại gì"
        case .engine(let reason): "lỗi thư viện: \(Escaping.shown(reason))"
        }
    }

    private static func vietnamese(_ fault: EvidenceFault) -> String {
        let place = Escaping.shown(fault.path) + (fault.line.map { ":\($0)" } ?? "")
        let what =
            switch fault.kind {
            case .missing: "bị thiếu"
            case .added: "bị thêm vào"
            case .changed: "đã bị sửa"
            case .unreadable: "không đọc được"
            case .notAFile: "không phải là tệp thường"
            case .otherManifest: "đã bị sửa: không phải bảng kê mà nhật ký bảo quản nêu"
            case .badName: "nằm ngoài thư mục theo bảng kê"
            case .changedLine: "đã bị sửa"
            case .misplacedLine: "đứng ở chỗ của dòng khác: có dòng bị bỏ, thêm hoặc đổi chỗ"
            case .unlinkedLine: "không nối tiếp dòng trước, dòng đó đã bị viết lại"
            case .unfinishedLine: "chưa ghi xong"
            case .missingLine: "bị thiếu"
            case .otherEnd: "không phải mã băm của dòng cuối: thiếu dòng ở cuối, hoặc tệp này đã bị sửa"
            case .unknownAnchor: "không có dòng nào mang mã băm đã lưu"
            }
        return "\(place): \(what)"
    }
}
