import Incidents
import NetTypes

extension LedgerText {
    var vietnamese: String {
        switch self {
        case .error(let error): Self.vietnamese(error)
        case .resumeNeedsLedger: "--resume cần có sổ quét (--ledger TỆP)"
        case .nothingToResume: "sổ quét không có lần nào bị ngắt"
        case .resumed(let bytes):
            "Tiếp tục lần quét bị ngắt; đã cắt khỏi sổ sự kiện \(Number.bytes(bytes)) không thuộc tệp nào đã quét xong."
        case .account(let known, let left):
            "Sổ quét: bỏ qua \(Number.grouped(known)) tệp đã biết"
                + (left > 0 ? "; để lại lần sau \(Number.grouped(left)) tệp còn đang thay đổi" : "")
        }
    }

    private static func vietnamese(_ error: LedgerError) -> String {
        switch error {
        case .cannotOpen(let path, let reason):
            "không dùng được sổ quét \(Escaping.shown(path))\(reason.isEmpty ? "" : ": \(Escaping.shown(reason))")"
        case .newerVersion(let path):
            "sổ quét \(Escaping.shown(path)) thuộc phiên bản mới hơn của chương trình"
        case .noLedger(let path): "\(Escaping.shown(path)) là cơ sở dữ liệu của thứ khác"
        case .locked: "tiến trình khác đang giữ sổ quét"
        case .full: "đĩa chứa sổ quét đã đầy"
        case .damaged(let reason): "sổ quét bị hỏng: \(Escaping.shown(reason))"
        case .failed(let reason): "sổ quét: \(Escaping.shown(reason))"
        case .held(let process, let since):
            "một lần quét khác đang chạy" + (process.map { " (tiến trình \($0)" } ?? "")
                + (since.map { ", từ \($0.description.prefix(19))" } ?? "") + (process == nil ? "" : ")")
        case .notHeld: "lần chạy này không giữ sổ quét"
        case .noOpenRun(let run): "sổ quét không có lần quét đang mở \(run)"
        case .noSuchRun(let run): "sổ quét không có lần quét \(run)"
        case .noRuns: "sổ quét chưa có lần quét nào"
        case .tooManyPaths(let limit): "các đường dẫn dài hơn \(Number.bytes(UInt64(limit)))"
        case .logChanged(let path):
            "sổ sự kiện \(Escaping.shown(path.description)) không còn như lần quét bị ngắt để lại; hãy dời nó đi"
        }
    }
}
