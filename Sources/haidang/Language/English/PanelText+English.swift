extension PanelText {
    var english: String {
        switch self {
        case .title: "HẢI ĐĂNG"
        case .uptime(let days, let clock): "up " + (days > 0 ? "\(days)d " : "") + clock
        case .rules(let count, let generation, let digest):
            "\(Self.number(count)) rules, generation \(Self.number(generation))"
                + (digest.isEmpty ? "" : " (\(digest))")
        case .interface: "Interface"
        case .framesPerSecond: "Frames/s"
        case .bitsPerSecond: "Rate"
        case .frames: "Frames"
        case .kernelDrops: "Kernel drops"
        case .interfaceDrops: "NIC drops"
        case .drops: "Drops"
        case .down: "DOWN"
        case .up: "up"
        case .failures(let count): "went down \(Self.number(count))×"
        case .moreInterfaces(let count): "… and \(count) more interfaces"
        case .moreRings(let count): "+\(count)"
        case .moreWarnings(let count): "(and \(count) more warnings)"
        case .total: "Total"
        case .frameRate(let count): "\(Self.number(count)) frames/s"
        case .bitRate(let bits): Number.bitRate(bits, .english)
        case .frameCount(let count): "\(Self.number(count)) frames"
        case .dropRate(let count): "dropping \(Self.number(count)) frames/s"
        case .processor(let percent): "CPU \(Self.number(percent)) %"
        case .rings: "Rings"
        case .noRing: "none"
        case .fullest(let depth, let highWater): "fullest \(depth) %, peak \(highWater) %"
        case .traffic: "Traffic"
        case .flows(let active, let created):
            "\(Self.number(active)) flows active, \(Self.number(created)) created"
        case .objects(let count): "\(Self.number(count)) objects"
        case .scanned(let bytes): "scanned \(Number.bytes(bytes, .english))"
        case .detections(let count): "\(Self.number(count)) detections"
        case .losses: "Losses"
        case .nothingLost: "nothing lost"
        case .loss(let loss, let count): "\(loss.english) \(Self.number(count))"
        case .recording: "Recording"
        case .recorded(let files, let bytes):
            "\(Self.number(files)) files, \(Number.bytes(bytes, .english))"
        case .recordingFailed(let reason): "NOT RECORDING: \(SystemReason.translated(reason, .english))"
        case .removed(let count): "\(Self.number(count)) old files removed"
        case .mailbox: "mailbox"
        case .warning: "Warning"
        case .latest(let shown, let all): "Latest detections (\(Self.number(shown)) of \(Self.number(all)))"
        case .nothingFound: "Nothing found so far."
        }
    }

    private static func number(_ value: some BinaryInteger) -> String {
        Number.grouped(value, .english)
    }
}

extension Loss {
    fileprivate var english: String {
        switch self {
        case .kernel: "kernel"
        case .interface: "NIC"
        case .ring: "ring"
        case .shedEncrypted: "encrypted payload shed"
        case .shedDeep: "deep payload shed"
        case .shedContent: "bytes of files shed"
        case .flows: "flow records shed"
        case .transactions: "transactions shed"
        case .detections: "DETECTIONS SHED"
        case .recording: "not recorded"
        }
    }
}
