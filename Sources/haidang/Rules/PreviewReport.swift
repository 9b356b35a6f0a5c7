import Capture
import NetTypes
import Rulebook
import Scan

/// What a preview says at its end, and how it exits.
struct PreviewReport {
    /// The preview that was run.
    let preview: RulePreview
    /// Its rules.
    let rules: PreviewRules
    /// Paths that could not be read.
    let failures: [CaptureError]
    /// Where the rules came from.
    let paths: [String]
    /// Processor time that reading and scanning took.
    let processorSeconds: Double

    private var leftOut: Int { rules.problems.count { $0.isError } }

    /// Everything that keeps this preview from being the whole truth.
    private var remainders: [Remainder] {
        var all: [Remainder] = preview.wasStopped ? [.interrupted] : []
        if !preview.gaps.isEmpty || !failures.isEmpty {
            let partial = preview.gaps.count { $0.isPartial }
            all.append(
                .files(partial: partial, failed: preview.gaps.count - partial + failures.count))
        }
        if leftOut > 0 { all.append(.rules(leftOut)) }
        if preview.unpaired > 0 { all.append(.other) }
        return all + Remainder.list(preview.statistics)
    }

    /// Prints everything and settles the code.
    func tell(_ terminal: Terminal, json: Bool, exitZero: Bool) -> ExitCode {
        for law in preview.statistics.brokenLaws {
            terminal.messages.error(ProblemText.unbalanced(law: law))
        }
        let code = exitCode(exitZero: exitZero)
        if json {
            printJSON(terminal, code)
        } else {
            printTables(terminal)
        }
        return code
    }

    private func exitCode(exitZero: Bool) -> ExitCode {
        if !preview.statistics.brokenLaws.isEmpty { return .internal }
        if preview.wasStopped, let signal = Interruption.signal { return ExitCode(signal: signal) }
        if preview.complete == 0, !preview.gaps.contains(where: \.isPartial) { return .input }
        // Silence about another time says nothing of this one.
        if preview.covered == nil, preview.framesLeftOut > 0 { return .input }
        if !remainders.isEmpty { return .incomplete }
        return preview.count > 0 && !exitZero ? .found : .nothingFound
    }

    private func printTables(_ terminal: Terminal) {
        terminal.write(rowTable)
        terminal.results.line("")
        if !preview.hits.isEmpty {
            terminal.write(hitTable)
            let shown = UInt64(preview.hits.count)
            if preview.count > shown {
                terminal.results.line("\(PreviewText.moreHits(preview.count - shown))")
            }
            terminal.results.line("")
        }
        for (text, tone) in summary { terminal.results.line(terminal.palette.paint(text, tone)) }
    }

    private var rowTable: Table {
        var headings: [HeadingText] = [.rule, .severity, .hits]
        if rules.comparesTwo { headings.append(.oldHits) }
        headings += [.flows, .objects, .units, .first, .last]
        var table = Table(headings.map(\.description), fold: headings.count - 5)
        for row in preview.rows {
            var cells: [Cell] = [
                .foreign(row.rule, tone: row.hits > 0 ? .alarm : .strong),
                Cell("\(SummaryText.severity(row.severity))"), Cell(row.hits),
            ]
            if rules.comparesTwo { cells.append(Cell(row.oldHits)) }
            cells += [
                Cell(row.flows), Cell(row.objects), .foreign(row.units.joined(separator: " ")),
                Self.time(row.first), Self.time(row.last),
            ]
            table.add(cells)
        }
        return table
    }

    private var hitTable: Table {
        let headings: [HeadingText] = [.time, .rule, .flow, .object, .file]
        var table = Table(headings.map(\.description), fold: 2)
        for hit in preview.hits {
            let detection = hit.detection
            let mark = rules.comparesTwo ? (hit.isLost ? "− " : "+ ") : ""
            let kind = "\(SummaryText.object(detection.object.kind, detection.direction))"
            let name = DisplayWidth.fitted(Escaping.shown(detection.object.name), to: 32)
            table.add([
                Self.time(detection.timestamp),
                Cell(mark + Escaping.shown(hit.rule), tone: hit.isLost ? .caution : .strong),
                Cell(EndpointText.flow(detection.flow)), Cell(name.isEmpty ? kind : kind + ": " + name),
                .foreign(hit.file, tone: .faint),
            ])
        }
        return table
    }

    private static func time(_ time: Timestamp?) -> Cell {
        guard let text = time?.description else { return "" }
        return Cell("\(text.prefix(10)) \(text.dropFirst(11).prefix(8))")
    }

    private var summary: [(String, Palette.Tone?)] {
        var lines: [(String, Palette.Tone?)] = []
        func add(_ text: some Text, _ tone: Palette.Tone? = nil) { lines.append((text.description, tone)) }
        if preview.wasStopped { add(SummaryText.interrupted, .caution) }
        add(SummaryText.rules(count: preview.rows.count, leftOut: leftOut, places: paths))
        let partial = preview.gaps.count { $0.isPartial }
        add(
            SummaryText.files(
                complete: preview.complete, partial: partial,
                failed: preview.gaps.count - partial + failures.count))
        for gap in preview.gaps {
            add(SummaryText.partialFile(path: gap.file, reason: gap.reason), .caution)
        }
        let statistics = preview.statistics
        add(
            SummaryText.traffic(
                frames: statistics.capture.frames,
                bytes: statistics.capture.bytes + statistics.capture.bytesSnapped,
                flows: statistics.flow.created))
        if let (first, last) = preview.covered { add(PreviewText.covered(first, last)) }
        if preview.framesLeftOut > 0 { add(PreviewText.leftOut(preview.framesLeftOut)) }
        add(SummaryText.scanned(bytes: statistics.scan.scanned, detections: statistics.detections))
        if rules.comparesTwo {
            add(PreviewText.difference(gained: preview.difference.gained, lost: preview.difference.lost))
        }
        add(PreviewText.processor(milliseconds: Int(processorSeconds * 1000)))
        if !remainders.isEmpty { add(SummaryText.notAllInspected, .caution) }
        for remainder in remainders { add(SummaryText.remainder(remainder), .caution) }
        return lines
    }

    private func printJSON(_ terminal: Terminal, _ code: ExitCode) {
        func text(_ time: Timestamp?) -> JSONValue { time.map { .text($0.description) } ?? .null }
        for row in preview.rows {
            let line = JSONValue.object([
                ("type", .text("rule")), ("rule", .text(row.rule)), ("severity", .count(row.severity)),
                ("hits", .count(row.hits)),
                ("old_hits", rules.comparesTwo ? .count(row.oldHits) : .null), ("flows", .count(row.flows)),
                ("objects", .count(row.objects)), ("units", .array(row.units.map { .text($0) })),
                ("first", text(row.first)),
                ("last", text(row.last)),
            ])
            terminal.results.line(line.line)
        }
        for hit in preview.hits {
            let detection = hit.detection
            let change: JSONValue =
                rules.comparesTwo ? .text(hit.isLost ? "lost" : "gained") : .null
            let line = JSONValue.object([
                ("type", .text("hit")), ("change", change), ("rule", .text(hit.rule)),
                ("file", .text(hit.file)), ("timestamp", text(detection.timestamp)),
                ("flow_id", .count(detection.flow.id.rawValue)),
                ("community_id", .text(detection.flow.communityID)),
                ("object", .text(detection.object.kind.rawValue)), ("name", .text(detection.object.name)),
                ("first_frame", .count(detection.firstFrame)), ("last_frame", .count(detection.lastFrame)),
            ])
            terminal.results.line(line.line)
        }
        let statistics = preview.statistics
        let summary = JSONValue.object([
            ("type", .text("summary")), ("hits", .count(preview.count)),
            ("gained", .count(preview.difference.gained)), ("lost", .count(preview.difference.lost)),
            ("frames", .count(statistics.capture.frames)), ("frames_left_out", .count(preview.framesLeftOut)),
            ("files", .count(preview.complete)), ("first", text(preview.covered?.first)),
            ("last", text(preview.covered?.last)), ("scanned_bytes", .count(statistics.scan.scanned)),
            ("cpu_milliseconds", .count(Int(processorSeconds * 1000))),
            ("complete", .boolean(remainders.isEmpty)),
            ("not_inspected", .object(remainders.map(\.member))), ("exit_code", .count(code.rawValue)),
        ])
        terminal.results.line(summary.line)
    }
}
