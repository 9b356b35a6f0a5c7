extension PrivilegeText {
    var vietnamese: String {
        switch self {
        case .error(.noSuchUser(let name)): "máy này không có người dùng \(Escaping.shown(name))"
        case .error(.isRoot(let name)):
            "\(Escaping.shown(name)) chính là root: hãy chỉ ra một người dùng không có đặc quyền bằng --user"
        case .error(.refused(.identity, let code)):
            "không chuyển sang người dùng khác được: \(SystemReason.text(code)); "
                + "chỉ root mới chuyển được, hãy bỏ --user hoặc dùng sudo"
        case .error(.refused(let step, let code)): "\(Self.vietnamese(step)): \(SystemReason.text(code))"
        case .staysRoot: "vẫn chạy với quyền root; hãy chỉ ra một người dùng không có đặc quyền bằng --user"
        }
    }

    private static func vietnamese(_ step: PrivilegeError.Step) -> String {
        switch step {
        case .lookUp: "không tra cứu được người dùng"
        case .identity: "không chuyển sang người dùng khác được"
        case .verification: "đã bỏ đặc quyền nhưng vẫn lấy lại được"
        case .capabilities: "không bỏ được các đặc quyền (capability)"
        case .noNewPrivileges: "không chặn được việc nhận thêm đặc quyền"
        case .filter: "không đặt được bộ lọc lời gọi hệ thống"
        }
    }
}
