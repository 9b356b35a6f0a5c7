import Incidents
import NetTypes
import Rulebook
import Scan

/// What a scan says at its end, and how it exits.
struct ScanReport {
    /// The run.
    let run: ScanRun
    /// Its findings.
    let sink: ScanSink
    /// How many rules were used.
    let rules: Int
    /// How many rules and pieces of rule files were left out.
    let rulesLeftOut: Int
    /// Where the rules came from.
    let places: [String]
    /// The indicators that were looked for; nil without lists.
    let indicators: IndicatorLoad?
    /// What the run did to the store of incidents; nil without one.
    let incidents: IncidentAccount?
    /// The ledger; nil without one.
    let book: ScanBook?

    /// The account of the run.
    var account: ScanAccount { run.account }
    /// True when a signal ended it early.
    var wasInterrupted: Bool { run.wasInterrupted }

    /// Everything that keeps this run from being the whole truth.
    ///
    /// A rule that was left out is one of them: what it would have found was not looked for, and a summary that
    /// says nothing of it would read as "there is none of that".
    var remainders: [Remainder] {
        var all: [Remainder] = wasInterrupted ? [.interrupted] : []
        if !account.partial.isEmpty || !account.failed.isEmpty {
            all.append(.files(partial: account.partial.count, failed: account.failed.count))
        }
        if rulesLeftOut > 0 { all.append(.rules(rulesLeftOut)) }
        if run.notices.missing > 0 { all.append(.missingFiles(run.notices.missing)) }
        if run.leftOver.files > 0, !wasInterrupted { all.append(.leftOver(run.leftOver.files)) }
        if let count = incidents?.unsaved, count > 0 { all.append(.unsaved(count)) }
        return all + account.remainders
    }

    /// The exit code, but for signals and failures to write.
    func exitCode(exitZero: Bool) -> ExitCode {
        if !account.brokenLaws.isEmpty { return .internal }
        let isKnown = book.map { $0.known + $0.left > 0 } ?? false
        if !account.didAnything, !wasInterrupted, !isKnown, run.leftOver.files == 0 { return .input }
        if !remainders.isEmpty { return .incomplete }
        return sink.detections > 0 && !exitZero ? .found : .nothingFound
    }

    /// The detections, as a table. The file has a column when there are several.
    func table() -> Table {
        let files = account.complete + account.partial.count + account.failed.count
        let hasFiles = files > 1
        var headings: [HeadingText] = [.time, .severity, .rule, .flow, .object, .place, .excerpt]
        if hasFiles { headings.append(.file) }
        var table = Table(headings.map(\.description), fold: 3)
        for (file, detection) in sink.kept {
            table.add(Self.row(detection) + (hasFiles ? [.foreign(file, tone: .faint)] : []))
        }
        return table
    }

    private static func row(_ detection: Detection) -> [Cell] {
        let rule = detection.rule
        let text = detection.timestamp.description
        let time = text.prefix(10) + " " + text.dropFirst(11).prefix(12)
        let match = mostTelling(detection.strings)
        let frames = (detection.firstFrame, detection.lastFrame)
        let place =
            detection.indicator == nil
            ? SummaryText.place(offset: match?.offset ?? 0, first: frames.0, last: frames.1)
            : SummaryText.frames(first: frames.0, last: frames.1)
        let excerpt = detection.indicator.map { Escaping.shown($0.value) } ?? match.map(Self.excerpt) ?? ""
        let shown = DisplayWidth.fitted(excerpt, to: excerptColumns)
        return [
            Cell(String(time)),
            Cell("\(SummaryText.severity(rule.severity))", tone: rule.severity <= 2 ? .alarm : .caution),
            .foreign("\(rule.namespace):\(rule.name)", tone: .strong),
            Cell(EndpointText.flow(detection.flow)),
            Cell(Self.object(detection)),
            Cell("\(place)"),
            Cell(shown, tone: .faint),
        ]
    }

    /// The bytes of a match, or what is kept in their place.
    private static func excerpt(_ match: StringMatch) -> String {
        if match.isWithheld { return match.sha256.map { "sha256 " + $0.hexadecimal } ?? "–" }
        return Escaping.excerpt(match.bytes, of: match.length, limit: 32)
    }

    /// What was scanned, and the name that the traffic gives it.
    private static func object(_ detection: Detection) -> String {
        if let indicator = detection.indicator {
            return indicator.place.rawValue + ": "
                + DisplayWidth.fitted(Escaping.shown(indicator.seen), to: nameColumns)
        }
        let kind = "\(SummaryText.object(detection.object.kind, detection.direction))"
        let name = detection.object.name
        if name.isEmpty { return kind }
        return kind + ": " + DisplayWidth.fitted(Escaping.shown(name), to: nameColumns)
    }

    /// Columns of the name of an object; most of the longer ones are paths of a web server.
    private static let nameColumns = 32

    /// Columns of the excerpt; escapes make it longer than its bytes.
    private static let excerptColumns = 40

    /// The longest match, the first of equals: short ones are mostly context (` HTTP/1.1`), long ones the threat.
    private static func mostTelling(_ strings: [StringMatch]) -> StringMatch? {
        strings.max { ($0.length, $1.offset) < ($1.length, $0.offset) }
    }

    /// The summary, line by line, each with its tone.
    func summary(eventLog: String?) -> [(text: SummaryText, tone: Palette.Tone?)] {
        var lines: [(text: SummaryText, tone: Palette.Tone?)] = []
        if wasInterrupted { lines.append((.interrupted, .caution)) }
        if !places.isEmpty {
            lines.append((.rules(count: rules, leftOut: rulesLeftOut, places: places), nil))
        }
        if let indicators {
            lines.append((.indicators(indicators.summary), indicators.leftOut > 0 ? .caution : nil))
        }
        lines.append(
            (
                .files(
                    complete: account.complete, partial: account.partial.count, failed: account.failed.count),
                nil
            ))
        for (path, reason) in account.partial {
            lines.append((.partialFile(path: path, reason: reason), .caution))
        }
        for error in account.failed {
            lines.append((.failedFile(sentence: "\(ProblemText.capture(error))"), .caution))
        }
        lines.append((.traffic(frames: account.frames, bytes: account.bytes, flows: account.flows), nil))
        if account.framesLost > 0 { lines.append((.framesLost(account.framesLost), .caution)) }
        if account.gapBytes > 0 {
            lines.append((.gaps(streams: sink.streamsWithGaps, bytes: account.gapBytes), .caution))
        }
        lines.append(
            (
                .scanned(bytes: account.scanned, detections: sink.detections),
                sink.detections > 0 ? .alarm : nil
            ))
        lines += suppressionLines
        lines += nightLines
        if let incidents {
            lines.append((.incidents(incidents.text), incidents.opened > 0 ? .alarm : nil))
        }
        lines += verdict
        if let eventLog { lines.append((.eventLog(path: eventLog), nil)) }
        return lines
    }

    private var verdict: [(text: SummaryText, tone: Palette.Tone?)] {
        if remainders.isEmpty {
            // A gap is no failure of this run, and neither is what the sensor has lost, but "all payload was scanned" would
            // be too much said.
            let isScanned = !places.isEmpty && account.gapBytes == 0 && account.framesLost == 0
            let isClean = sink.detections == 0 && sink.policy.statistics.suppressed == 0
            // Of what the ledger left out nothing is said here: it was said in the run that scanned it.
            return isClean && isScanned && account.didAnything ? [(.nothingFound, .calm)] : []
        }
        return [(.notAllInspected, .caution)] + remainders.map { (.remainder($0), .caution) }
    }

    /// The summary for machines: the last line of `--json`.
    func json(eventLog: String?, exitCode: ExitCode) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("event_type", .text("summary")),
            (
                "files",
                .object([
                    ("complete", .count(account.complete)), ("partial", .count(account.partial.count)),
                    ("failed", .count(account.failed.count)),
                ])
            ),
            ("frames", .count(account.frames)), ("bytes", .count(account.bytes)),
            ("frames_lost", .count(account.framesLost)), ("flows", .count(account.flows)),
            ("gap_bytes", .count(account.gapBytes)),
            ("scanned_bytes", .count(account.scanned)), ("detections", .count(sink.detections)),
            ("rules", .count(rules)), ("indicators", .count(indicators?.set.count ?? 0)),
            ("indicators_left_out", .count(indicators?.leftOut ?? 0)),
            ("complete", .boolean(remainders.isEmpty)),
            ("not_inspected", .object(remainders.map(\.member))),
            ("event_log", eventLog.map { .text($0) } ?? .null),
            ("exit_code", .number(Int64(exitCode.rawValue))),
        ]
        if let incidents { members.append(("incidents", incidents.json)) }
        if let book { members.append(("ledger", nightMember(book))) }
        if !sink.policy.isEmpty { members += suppressionMembers }
        return .object(members)
    }
}
