extension SuppressionText {
    var vietnamese: String {
        switch self {
        case .suppressed(let count):
            "Bỏ cảnh báo: \(Number.grouped(count)) phát hiện không tính là cảnh báo (trong sổ sự kiện là \"suppressed\")"
        case .entry(let id, let matched, let suppressed, let until):
            "  \(Escaping.shown(id)) (đến hết \(until)): bỏ \(Number.grouped(suppressed)) trong \(Number.grouped(matched))"
        case .uncounted(let count):
            "  \(Number.grouped(count)) phát hiện vẫn là cảnh báo vì ngưỡng không còn chỗ để đếm"
        case .unmatched(let names):
            "  mục chưa khớp lần nào (\(Number.grouped(names.count))): \(Self.shown(names))"
        case .expired(let id, let day):
            "mục \(Escaping.shown(id)) đã hết hạn ngày \(day), sau đó không bỏ gì nữa"
        case .unknownUnit(let id, let unit):
            "mục \(Escaping.shown(id)) nêu đơn vị \(Escaping.shown(unit)) không có trong danh bạ mạng"
        case .replaced(let entries): "đã nạp lại danh sách bỏ cảnh báo: \(Number.grouped(entries)) mục"
        case .kept(let reason):
            "không nạp lại được danh sách bỏ cảnh báo, tiếp tục dùng danh sách cũ: \(reason)"
        }
    }
}
