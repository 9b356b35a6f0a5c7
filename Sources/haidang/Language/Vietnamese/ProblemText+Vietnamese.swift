import Capture
import Scan

extension ProblemText {
    var vietnamese: String {
        switch self {
        case .noInput: "hãy nêu tệp hoặc thư mục cần quét"
        case .capture(let error): Self.vietnamese(error)
        case .rules(let error): Self.vietnamese(error)
        case .rule(let problem): Self.vietnamese(problem)
        case .configuration(let problem): problem.vietnamese
        case .nothingCompiled(let problems): "không luật nào biên dịch được (\(problems) lỗi nêu trên)"
        case .noRuleFolder(let tried):
            "không tìm thấy thư mục luật (đã tìm: \(tried.map(Escaping.shown).joined(separator: ", "))); "
                + "hãy chỉ ra bằng --rules"
        case .cannotWrite(let path, let reason):
            "không ghi được \(Escaping.shown(path)): \(SystemReason.translated(reason))"
        case .eventLogOnOutput: "sổ sự kiện cần một tệp; muốn in phát hiện ra đầu ra chuẩn thì dùng --json"
        case .eventLogBroken(let path, let reason):
            "sổ sự kiện \(Escaping.shown(path)) chưa được ghi đủ: \(SystemReason.translated(reason))"
        case .resultsLost(let reason):
            "kết quả chưa được ghi đủ ra đầu ra chuẩn: \(SystemReason.translated(reason))"
        case .unbalanced(let law): "lỗi nội bộ: sổ đếm không cân, \(law)"
        case .usage(let reason): reason
        case .seeHelp(let command): "Xem '\(command)' để biết cách dùng."
        case .noThreads: "hệ thống không cấp bộ nhớ hoặc luồng cho một luồng kiểm tra"
        case .unexpected(let reason): "lỗi nội bộ: \(Escaping.shown(reason))"
        }
    }

    private static func vietnamese(_ error: CaptureError) -> String {
        switch error {
        case .missing(let path): "không có tệp hay thư mục \(Escaping.shown(path))"
        case .unreadable(let path, let reason):
            "không đọc được \(Escaping.shown(path)): \(SystemReason.translated(reason))"
        case .notASavefile(let path, let reason):
            "\(Escaping.shown(path)) không phải là tệp bắt gói (pcap): \(SystemReason.translated(reason))"
        case .emptyFolder(let path): "thư mục \(Escaping.shown(path)) không có tệp bắt gói nào"
        case .unwritable(let path, let reason):
            "không ghi được vào \(Escaping.shown(path)): \(SystemReason.translated(reason))"
        case .noSuchInterface(let name, let known):
            "không có giao diện mạng \(Escaping.shown(name)); hiện có: \(names(of: known))"
        case .notPermitted(let name):
            "không có quyền bắt gói trên \(Escaping.shown(name)): cần quyền root hoặc quyền năng CAP_NET_RAW"
        case .badFilter(let filter, let reason):
            "bộ lọc \(Escaping.shown(filter)) không hợp lệ: \(Escaping.shown(reason))"
        case .interfaceDown(let name): "giao diện mạng \(Escaping.shown(name)) đang tắt hoặc không còn nữa"
        case .linkTypeNotDecoded(let name, let linkType):
            "không giải mã được khung của \(Escaping.shown(name)): kiểu liên kết là "
                + Escaping.shown(linkType)
        case .interfaceFailed(let name, let reason):
            "không bắt gói được trên \(Escaping.shown(name)): \(SystemReason.translated(reason))"
        }
    }

    private static func vietnamese(_ error: RuleError) -> String {
        switch error {
        case .missing(let path): "không có tệp hay thư mục luật \(Escaping.shown(path))"
        case .unreadable(let path, let reason):
            "không đọc được luật ở \(Escaping.shown(path)): \(SystemReason.translated(reason))"
        case .noRules(let paths):
            "không có tệp luật nào trong \(paths.map(Escaping.shown).joined(separator: ", "))"
        case .engine(let reason): "libyara gặp lỗi: \(Escaping.shown(reason))"
        }
    }

    private static func vietnamese(_ problem: RuleProblem) -> String {
        let place = "\(Escaping.shown(problem.file)):\(problem.line)"
        let rule = problem.rule.map { "luật \(Escaping.shown($0))" } ?? "tệp luật"
        let outcome = problem.isError ? "\(rule) bị bỏ qua" : rule
        return "\(place): \(outcome): \(Escaping.shown(problem.message))"
    }
}
