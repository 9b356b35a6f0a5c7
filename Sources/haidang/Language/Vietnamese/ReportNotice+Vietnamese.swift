import Incidents

extension ReportNotice {
    var vietnamese: String {
        switch self {
        case .warning(let warning): Self.vietnamese(warning)
        case .missing(let key, let label):
            "còn thiếu: \(Escaping.shown(label.vietnamese)) (--set \(Escaping.shown(key))=…)"
        case .unverified(let profile, let basis):
            "\(Escaping.shown(profile)): chưa đối chiếu với bản gốc: "
                + basis.map(Escaping.shown).joined(separator: "; ")
        case .span(.atOnce): "ngay"
        case .span(.hours(let count)): "\(count) giờ"
        case .span(.days(let count)): "\(count) ngày"
        }
    }

    private static func vietnamese(_ warning: ReportWarning) -> String {
        switch warning {
        case .privateAddressesLeftOut(let count): "đã bỏ \(count) địa chỉ nội bộ"
        case .privateAddressInAnswer(let key, let address):
            "\(Escaping.shown(key)) có địa chỉ nội bộ \(address), biểu mẫu này chỉ nhận địa chỉ trên Internet"
        case .unknownChoice(let key, let choice):
            "\(Escaping.shown(key)): không có lựa chọn \(Escaping.shown(choice))"
        case .severalChoices(let key): "\(Escaping.shown(key)) chỉ nhận một lựa chọn, nên để trống"
        case .rowsLeftOut(let key, let count): "\(Escaping.shown(key)): đã bỏ \(Number.grouped(count)) hàng"
        case .isFalsePositive: "sự cố này là cảnh báo nhầm"
        case .isMerged(let other): "sự cố này đã được gộp vào \(other)"
        case .secretNetwork: "mạng không cho lưu nội dung: đã bỏ những gì lưu lượng mang theo"
        case .noSystem:
            "địa chỉ bị tấn công không thuộc hệ thống nào của đơn vị; có thể chỉ ra bằng --set system=…"
        case .unknownSystem(let id): "đơn vị không có hệ thống \(Escaping.shown(id))"
        case .unverified(let count): "\(count) căn cứ pháp lý chưa đối chiếu với bản gốc, ghi ở cuối biểu mẫu"
        }
    }
}
