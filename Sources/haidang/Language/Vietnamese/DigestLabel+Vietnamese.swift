extension DigestLabel {
    var vietnamese: String {
        switch self {
        case .done: "Quét trọn vẹn"
        case .partial: "Quét dở dang"
        case .failed: "Hỏng"
        case .known: "Đã biết, bỏ qua"
        case .left: "Để lại lần sau"
        case .hunted: "Tệp cũ được săn lại"
        case .frames: "Khung"
        case .flows: "Luồng"
        case .captured: "Byte bắt được"
        case .snapped: "Byte bị cắt khi bắt gói (snaplen)"
        case .lost: "Khung cảm biến bị mất"
        case .undecoded: "Khung không giải mã được"
        case .scanned: "Luồng và gói tin đã quét"
        case .timedOut: "… quét quá thời gian"
        case .scanFailed: "… quét bị lỗi"
        case .ciphertext: "Bản mã, không quét"
        case .objects: "Đối tượng đã quét"
        case .objectsTimedOut: "… quét quá thời gian"
        case .objectsFailed: "… quét bị lỗi"
        case .objectsSkipped: "… không có gì để quét"
        case .objectBytes: "Byte của đối tượng"
        case .truncated: "… vượt giới hạn, không quét"
        }
    }
}
