extension RecordingText {
    var english: String {
        switch self {
        case .command: "Take the packets of one flow out of a recording."
        case .folder: "The folder that `live --record` wrote to."
        case .communityID: "The flow's Community ID, as events have it."
        case .from: "Only packets from this time on (ISO 8601, such as 2026-11-24T01:00:00Z)."
        case .to: "Only packets up to this time."
        case .write: "The pcapng file to write."
        case .found(let frames, let read, let all):
            "\(Number.grouped(frames)) frames; read \(Number.bytes(read)) of \(Number.bytes(all))"
        case .problem(let file, let reason): "\(Escaping.shown(file)): \(SystemReason.translated(reason))"
        case .noCommunityID(let text):
            "\(Escaping.shown(text)) is no Community ID (such as 1:LQU9qZlK+B5F3KDmev6m5PMibrg=)"
        case .noTime(let text): "\(Escaping.shown(text)) is no time in ISO 8601, such as 2026-11-24T01:00:00Z"
        }
    }
}
