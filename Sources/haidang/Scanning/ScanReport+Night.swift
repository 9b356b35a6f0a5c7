import NetTypes

extension ScanReport {
    /// What is said of the ledger, of hunts, and of what was left.
    var nightLines: [(text: SummaryText, tone: Palette.Tone?)] {
        var lines: [(text: SummaryText, tone: Palette.Tone?)] = []
        if let book {
            // What the time was too short for has a line of its own.
            let growing = book.left - min(book.left, UInt64(run.leftOver.files))
            lines.append((.ledger(.account(known: book.known, left: growing)), nil))
            if book.hunted > 0 {
                lines.append(
                    (
                        .night(.hunted(files: book.hunted, detections: sink.hunted)),
                        sink.hunted > 0 ? .alarm : nil
                    ))
            }
            if book.older > 0 { lines.append((.night(.older(book.older)), .caution)) }
        }
        let left = run.leftOver
        if left.files > 0 {
            lines.append((.night(.leftOver(files: left.files, bytes: left.bytes)), .caution))
        }
        for (kind, count) in [UnitNotice.Kind.missing, .pause, .overlap].map({
            ($0, run.notices.more[$0] ?? 0)
        })
        where count > 0 {
            lines.append((.night(.more(kind, count)), .caution))
        }
        return lines
    }

    /// What machines are told of the ledger.
    func nightMember(_ book: ScanBook) -> JSONValue {
        .object([
            ("known", .count(book.known)), ("left", .count(book.left)),
            ("known_with_older_rules", .count(book.older)), ("hunted", .count(book.hunted)),
            ("hunted_detections", .count(sink.hunted)),
        ])
    }
}
