import Rulebook

extension BundleText {
    var vietnamese: String {
        switch self {
        case .rules(let files, let version):
            "Phiên bản \(Escaping.shown(version)), \(Number.grouped(files)) tệp"
        case .author(let name, let date): "Của \(Escaping.shown(name)), \(Escaping.shown(date))"
        case .digest(let digest): "Bộ luật (SHA-256): \(digest)"
        case .signer(let key): key.map { "Ký bằng khóa \(Self.name(of: $0))" } ?? "Không có chữ ký"
        case .isUnsigned: "gói luật không có chữ ký: nó cho thấy hư hỏng, nhưng không cho biết ai làm ra"
        case .wholeUnsigned: "Gói luật nguyên vẹn, không có chữ ký."
        case .wholeUntrusted:
            "Gói luật nguyên vẹn, ký bằng khóa mà chính nó nêu; dùng --key để biết có đúng khóa không."
        case .wholeTrusted: "Gói luật nguyên vẹn, ký bằng khóa đã cho."
        case .failure(let failure): "\(Escaping.shown(failure.path)): \(Self.vietnamese(failure.error))"
        case .keysWritten(let one, let two):
            "Đã ghi: \(Escaping.shown(one)) (bí mật, để ký) và \(Escaping.shown(two)) (để kiểm tra)"
        }
    }

    private static func vietnamese(_ error: BundleError) -> String {
        switch error {
        case .unreadable(let reason): "không đọc được: \(SystemReason.translated(reason))"
        case .notABundle: "không phải là gói luật"
        case .malformed(let reason): "không phải là gói luật hợp lệ: \(SystemReason.translated(reason))"
        case .damaged: "hỏng hoặc đã bị sửa: mã băm sai"
        case .fileDamaged(let path): "hỏng hoặc đã bị sửa: mã băm của \(Escaping.shown(path)) sai"
        case .otherRules: "không chứa đúng bộ luật mà bảng kê nêu"
        case .unsigned: "bị từ chối: luật phải là gói luật có chữ ký của khóa đã cho"
        case .wrongKey: "bị từ chối: không có chữ ký của khóa đã cho"
        case .wrongSignature: "bị từ chối: đã bị sửa sau khi ký"
        case .noKey: "không phải là khóa Ed25519 đúng loại (PEM)"
        case .brokenRules(let count):
            "không được đóng gói: \(Number.grouped(count)) lỗi; xem 'haidang rules check'"
        case .badName(let path): "có tệp mang tên bị từ chối: \(Escaping.shown(path))"
        case .engine: "không ký được: libcrypto gặp lỗi"
        }
    }
}
