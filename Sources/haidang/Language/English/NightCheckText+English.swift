import NetTypes

extension NightCheckText {
    var english: String {
        switch self {
        case .account: "User who looks"
        case .ledger: "Ledger"
        case .holder: "Run at work"
        case .lastRun: "Last run"
        case .savefiles: "Savefiles"
        case .clock: "Clock"
        case .timer: "Timer"
        case .place(let kind): kind.english
        case .rootReadsAll: "may read what the user of the service may not"
        case .noLedger: "none: every file is scanned again each night"
        case .notMade: "none yet, the first run makes it"
        case .ledgerSize(let bytes, let runs, let kept):
            "\(Number.bytes(bytes)), \(Number.grouped(runs)) runs (\(Number.grouped(kept)) are kept)"
        case .noRun: "none yet"
        case .cutOff(let since, let files):
            "the one of \(PreviewText.time(since)) UTC was cut off after \(Number.grouped(files)) files"
        case .atWork(let since): "at work since \(PreviewText.time(since)) UTC"
        case .finished(let time, let code): "ended \(PreviewText.time(time)) UTC with code \(code)"
        case .longAgo: "that is more than 26 hours ago"
        case .nothingAsked: "no run was asked for any, and none are named"
        case .savefileCount(let count): "\(Number.grouped(count)) files"
        case .unreadable(let count, let first):
            "\(Number.grouped(count)) cannot be read, the first is \(first)"
        case .needed(let bytes): "and \(Number.bytes(bytes)) may be needed"
        case .clockBehind(let now, let latest):
            "it says \(PreviewText.time(now)) UTC, which is before the last run (\(PreviewText.time(latest)) UTC)"
        case .clockKept: "kept by another one"
        case .clockNotKept: "nobody keeps it by another one"
        case .clockUnknown: "the kernel does not say whether it is kept"
        case .noSystemd: "systemd is not at work here, and cron is not looked at"
        }
    }
}

extension NightPlace.Kind {
    fileprivate var english: String {
        switch self {
        case .ledger: "Place of the ledger"
        case .eventLog: "Event log"
        case .store: "Store of incidents"
        case .recordings: "Recordings"
        }
    }
}
