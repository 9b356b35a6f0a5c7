import Incidents

extension DrillAdvice.Step {
    /// What to do, as a sentence in a language.
    func text(_ language: ReportLanguage) -> String { language == .vietnamese ? vietnamese : english }

    private var english: String {
        switch self {
        case .addRule(let rule):
            "Add the rule \(shown(rule)) to the rule set, or let the drill expect one that is in it; see what there is with `haidang rules list`."
        case .reviewSuppression(let entry):
            "Look at the entry \(shown(entry)) of the list of suppressions: narrow it, or let it end, where it hides more than it was made for."
        case .findTraffic:
            "Find out why no such flow came by: the capture, the map of addresses, or the filter and mirror port of the sensor."
        case .seeEncrypted(let name):
            "Take a decrypted mirror behind the TLS proxy, or logs of the end host; write rules about what is in the clear of \(name.isEmpty ? "the flow" : shown(name)): names, certificates, fingerprints."
        case .stopLoss(let bytes):
            "Stop the loss of packets (\(bytes) bytes): look at the drops of interface, kernel and ring with `haidang doctor` and in the statistics, then at \(Self.list(DrillAdvice.lossLimits))."
        case .raiseLimits:
            "Raise the limit that cut the objects, by the reason in their `fileinfo` events: \(Self.list(DrillAdvice.objectLimits))."
        case .widenObject:
            "The rule works. Let it look at the expected kind of object too (its scope), or let the drill take any object."
        case .reviewTime:
            "The rule works. Look at when it can fire (an object is scanned once it is whole), or give the inject another time or deadline."
        case .acceptRule(let rule):
            "\(shown(rule)) found it. Let the drill expect that rule or its category, if that is as good; else sharpen the expected rule."
        case .correctCategory(let rule):
            "\(shown(rule)) found something there. If it is what was expected, correct its category in the metadata, or widen what the drill expects."
        case .writeRule:
            "Write or sharpen a rule about this payload: take the packets of the flow, test with `haidang rules test`, and see what it would have found with `haidang rules preview`."
        case .tune(let rule):
            "\(shown(rule)) hit where nothing was expected. A false alarm: tune the rule. A real hit: add an inject or an expectation to the drill."
        }
    }

    private var vietnamese: String {
        switch self {
        case .addRule(let rule):
            "Bổ sung luật \(shown(rule)) vào bộ luật, hoặc sửa kịch bản để chờ một luật đang có; xem các luật đang có bằng `haidang rules list`."
        case .reviewSuppression(let entry):
            "Xem lại mục \(shown(entry)) trong danh sách tạm ẩn cảnh báo: thu hẹp hoặc chấm dứt nếu mục này che nhiều hơn mục đích ban đầu."
        case .findTraffic:
            "Tìm hiểu vì sao không có luồng nào như vậy đi qua: bản bắt gói, bảng thay địa chỉ, hoặc bộ lọc và cổng sao chép lưu lượng của thiết bị quan trắc."
        case .seeEncrypted(let name):
            "Lấy lưu lượng đã giải mã sau proxy TLS, hoặc nhật ký của máy đầu cuối; viết luật cho phần không mã hóa của \(name.isEmpty ? "luồng" : shown(name)): tên miền, chứng thư, dấu vân tay."
        case .stopLoss(let bytes):
            "Khắc phục việc rơi gói (\(bytes) byte): xem số gói bị rơi ở giao diện, nhân hệ điều hành và bộ đệm vòng bằng `haidang doctor` và trong thống kê, rồi xem \(Self.list(DrillAdvice.lossLimits))."
        case .raiseLimits:
            "Nâng giới hạn đã cắt đối tượng, theo lý do ghi trong sự kiện `fileinfo`: \(Self.list(DrillAdvice.objectLimits))."
        case .widenObject:
            "Luật hoạt động. Cho luật xét cả loại đối tượng được chờ đợi (phạm vi của luật), hoặc sửa kịch bản để nhận mọi loại đối tượng."
        case .reviewTime:
            "Luật hoạt động. Xem lúc nào luật có thể báo (đối tượng chỉ được quét khi đã đủ), hoặc đặt lại thời điểm hay hạn của tình huống."
        case .acceptRule(let rule):
            "\(shown(rule)) đã tìm ra. Nếu luật này cũng tốt như vậy, sửa kịch bản để chờ luật này hoặc loại của nó; nếu không, hoàn thiện luật được chờ đợi."
        case .correctCategory(let rule):
            "\(shown(rule)) có tìm thấy ở đó. Nếu đúng là điều được chờ đợi, sửa loại trong siêu dữ liệu của luật, hoặc mở rộng điều mà kịch bản chờ đợi."
        case .writeRule:
            "Viết mới hoặc hoàn thiện luật cho nội dung này: lấy các gói của luồng, kiểm tra bằng `haidang rules test`, và xem luật lẽ ra đã tìm thấy gì bằng `haidang rules preview`."
        case .tune(let rule):
            "\(shown(rule)) khớp ở nơi không chờ đợi gì. Nếu là cảnh báo nhầm: tinh chỉnh luật. Nếu đúng: thêm tình huống hoặc điều chờ đợi vào kịch bản."
        }
    }

    private static func list(_ keys: [String]) -> String {
        keys.map { "`\($0)`" }.joined(separator: ", ")
    }

    private func shown(_ text: String) -> String { PrintedText.foreign(text) }
}
