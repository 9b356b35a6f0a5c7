extension DigestLimit {
    var vietnamese: String {
        switch self {
        case .snapped: "khung bị cắt khi bắt gói"
        case .unknownLink: "loại liên kết không giải mã được"
        case .fragments: "gói phân mảnh bị bỏ vì hết chỗ"
        case .limited: "dòng TCP bị cắt đôi vì chạm giới hạn"
        case .timedOut: "quét quá thời gian"
        case .failed: "quét bị lỗi"
        case .objects: "đối tượng vượt giới hạn"
        case .unscannedObjects: "đối tượng quét chưa xong"
        case .other: "một phần lưu lượng không được kiểm tra"
        }
    }
}
