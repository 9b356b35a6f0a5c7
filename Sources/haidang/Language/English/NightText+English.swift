extension NightText {
    var english: String {
        switch self {
        case .progress(let forecast): Self.english(forecast)
        case .notice(let notice): Self.english(notice)
        case .more(let kind, let count):
            switch kind {
            case .missing: "\(Number.grouped(count)) more places where files are missing"
            case .pause: "\(Number.grouped(count)) more places without frames between two files"
            case .overlap: "\(Number.grouped(count)) more files that overlap with the one before"
            }
        case .leftOver(let files, let bytes):
            "Left for next time: \(Number.grouped(files)) files, \(Number.bytes(bytes))"
        case .hunted(let files, let detections):
            "New rules: ran over \(Number.grouped(files)) files of earlier nights, \(Number.grouped(detections)) detections"
        case .older(let count):
            "\(Number.grouped(count)) of the known files were scanned with older rules only; --back N runs the new ones over them"
        case .badUntil(let text): "\(Escaping.shown(text)) is no time of day: write it as 06:30 or 06:30:00"
        case .badMemory(let text): "\(Escaping.shown(text)) is no size: write it as 2GiB"
        case .tooLittleMemory(let least):
            "--max-memory is too little for these rules: at least \(Number.bytes(least))"
        case .badNumber(let option, let least, let most): "\(option) takes a number from \(least) to \(most)"
        case .backNeedsLedger: "--back needs a ledger (--ledger FILE): it knows which rules a file has seen"
        case .needsNightly: "--ledger and paths are looked at with --nightly only"
        case .cannotNice: "the priority of this process cannot be changed"
        }
    }

    private static func english(_ forecast: ScanForecast) -> String {
        let files = "\(Number.grouped(forecast.files)) of \(Number.grouped(forecast.allFiles)) files"
        let bytes = "\(Number.bytes(forecast.bytes)) of \(Number.bytes(forecast.allBytes))"
        let far = forecast.allBytes > 0 ? "\(files), \(bytes)" : files
        guard let left = forecast.left else { return far }
        guard forecast.isTooLong, let room = forecast.room else {
            return "\(far), about \(SpanText.about(left)) left"
        }
        return
            "\(far), about \(SpanText.about(left)) left, but stops in \(SpanText.about(room))"
    }

    private static func english(_ notice: UnitNotice) -> String {
        switch notice {
        case .missing(let count, let after, let before):
            "\(Number.grouped(count)) files are missing between \(Escaping.shown(after)) and \(Escaping.shown(before))"
        case .pause(let time, let after, let before):
            "no frames for \(SpanText.short(.nanoseconds(time))) between \(Escaping.shown(after)) and \(Escaping.shown(before)): is a file missing?"
        case .overlap(let time, let after, let before):
            "\(Escaping.shown(before)) begins \(SpanText.short(.nanoseconds(time))) before \(Escaping.shown(after)) ends: scanned apart"
        }
    }
}
