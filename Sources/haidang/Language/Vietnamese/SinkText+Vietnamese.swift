import Incidents

extension SinkText {
    var vietnamese: String {
        switch self {
        case .openSecret(let sink, let file):
            "\(Escaping.shown(file)): ai trên máy này cũng đọc hoặc sửa được bí mật này của \(sink); sửa bằng chmod o="
        case .notice(.lost(let sink, let reason)):
            "\(sink) không nhận được sự kiện, các sự kiện đang chờ: \(Escaping.shown(reason))"
        case .notice(.back(let sink)): "\(sink) đã nhận sự kiện trở lại"
        case .notice(.refused(let sink, let event, let reason)):
            "\(sink) từ chối sự kiện \(Escaping.shown(event)), sự kiện này được bỏ qua: \(Escaping.shown(reason)); các lần sau chỉ được đếm"
        }
    }
}

extension SinkConfigurationError {
    /// What is wrong under the key.
    var vietnamese: String {
        switch reason {
        case .missing: "thiếu khóa \(key)"
        case .badName:
            "\(key) không phải là mã hợp lệ: mã gồm 1 đến 64 chữ thường không dấu, chữ số và gạch nối"
        case .unknownWord(let word): "\(key) không có giá trị \(Escaping.shown(word))"
        case .outOfRange(let range):
            "\(key) cần một số nguyên từ \(range.lowerBound) đến \(range.upperBound)"
        case .badAddress(let text):
            "\(key) không nhận \(Escaping.shown(text)): không phải là địa chỉ dùng được"
        case .notEncrypted: "\(key): không có TLS thì chỉ được gửi tới chính máy này; hãy dùng https"
        case .badText: "\(key) chứa ký tự không được phép"
        case .needs(let other): "\(key) chỉ có tác dụng khi có \(other)"
        case .excludes(let other): "\(key) và \(other) không dùng cùng nhau"
        }
    }
}
