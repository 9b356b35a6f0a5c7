extension PanelText {
    var vietnamese: String {
        switch self {
        case .title: "HẢI ĐĂNG"
        case .uptime(let days, let clock): "đã chạy " + (days > 0 ? "\(days) ngày " : "") + clock
        case .rules(let count, let generation, let digest):
            "\(Self.number(count)) luật, lần nạp \(Self.number(generation))"
                + (digest.isEmpty ? "" : " (\(digest))")
        case .interface: "Giao diện"
        case .framesPerSecond: "Khung/s"
        case .bitsPerSecond: "Tốc độ"
        case .frames: "Khung"
        case .kernelDrops: "Nhân bỏ"
        case .interfaceDrops: "Card bỏ"
        case .drops: "Bị bỏ"
        case .down: "MẤT KẾT NỐI"
        case .up: "hoạt động"
        case .failures(let count): "\(Self.number(count)) lần mất kết nối"
        case .moreInterfaces(let count): "… và \(count) giao diện nữa"
        case .moreRings(let count): "+\(count)"
        case .moreWarnings(let count): "(và \(count) cảnh báo nữa)"
        case .total: "Tổng"
        case .frameRate(let count): "\(Self.number(count)) khung/s"
        case .bitRate(let bits): Number.bitRate(bits, .vietnamese)
        case .frameCount(let count): "\(Self.number(count)) khung"
        case .dropRate(let count): "bị bỏ \(Self.number(count)) khung/s"
        case .processor(let percent): "CPU \(Self.number(percent)) %"
        case .rings: "Bộ đệm vòng"
        case .noRing: "không dùng"
        case .fullest(let depth, let highWater): "đầy nhất \(depth) %, đỉnh \(highWater) %"
        case .traffic: "Lưu lượng"
        case .flows(let active, let created):
            "\(Self.number(active)) luồng đang theo dõi, \(Self.number(created)) từ đầu"
        case .objects(let count): "\(Self.number(count)) tệp"
        case .scanned(let bytes): "đã quét \(Number.bytes(bytes, .vietnamese))"
        case .detections(let count): "\(Self.number(count)) phát hiện"
        case .losses: "Mất mát"
        case .nothingLost: "không mất gì"
        case .loss(let loss, let count): "\(loss.vietnamese) \(Self.number(count))"
        case .recording: "Ghi lưu"
        case .recorded(let files, let bytes):
            "\(Self.number(files)) tệp, \(Number.bytes(bytes, .vietnamese))"
        case .recordingFailed(let reason):
            "KHÔNG GHI ĐƯỢC: \(SystemReason.translated(reason, .vietnamese))"
        case .removed(let count): "đã xóa \(Self.number(count)) tệp cũ"
        case .mailbox: "hộp thư"
        case .warning: "Cảnh báo"
        case .latest(let shown, let all):
            "Phát hiện mới nhất (\(Self.number(shown)) trong \(Self.number(all)))"
        case .nothingFound: "Chưa phát hiện gì."
        }
    }

    private static func number(_ value: some BinaryInteger) -> String {
        Number.grouped(value, .vietnamese)
    }
}

extension Loss {
    fileprivate var vietnamese: String {
        switch self {
        case .kernel: "nhân bỏ"
        case .interface: "card bỏ"
        case .ring: "bộ đệm bỏ"
        case .shedEncrypted: "lược phần mã hóa"
        case .shedDeep: "lược phần sâu trong luồng"
        case .shedContent: "byte giữa tệp đã lược"
        case .flows: "luồng không ghi sổ"
        case .transactions: "giao dịch không ghi sổ"
        case .detections: "PHÁT HIỆN KHÔNG GHI SỔ"
        case .recording: "không ghi lưu"
        }
    }
}
