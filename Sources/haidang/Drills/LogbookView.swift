import Drills
import Foundation
import NetTypes

/// A logbook as people and scripts read it. Whatever stands in one may come from somebody else.
enum LogbookView {
    /// Its entries.
    static func table(_ logbook: LogbookChain) -> Table {
        let headings: [LogbookHeading] = [
            .number, .time, .title, .from, .to, .technique, .result, .evidence, .team, .person, .remark,
        ]
        var table = Table(headings.map(\.description), fold: 3)
        for entry in logbook.entries {
            let action = entry.action
            table.add([
                Cell(entry.number), Cell(time(action)),
                .foreign(action.title, tone: logbook.counts(entry.number) ? .strong : .faint),
                .foreign(action.sources.joined(separator: " ")), .foreign(targets(action)),
                .foreign(action.technique?.identifier ?? ""), Cell("\(LogbookText.result(action.result))"),
                .foreign(action.evidence.map(words).joined(separator: "; ")), .foreign(action.team),
                .foreign(entry.person), Cell(remark(entry, logbook)),
            ])
        }
        return table
    }

    /// When an action was done, as the clocks here show it.
    static func time(_ action: LogbookAction) -> String {
        let start = ActionTime.text(action.start, in: .current)
        return action.end.map { start + " – " + ActionTime.text($0, in: .current) } ?? start
    }

    /// Whom it was done to, with the port.
    static func targets(_ action: LogbookAction) -> String {
        let targets = action.targets.joined(separator: " ")
        return action.port.map { "\(targets) :\($0)" } ?? targets
    }

    private static func words(_ evidence: LogbookEvidence) -> String {
        switch evidence {
        case .text(let text): text
        case .file(let name, let size, let sha256): "\(name) (\(size), sha256 \(sha256.prefix(12))…)"
        }
    }

    private static func remark(_ entry: LogbookEntry, _ logbook: LogbookChain) -> String {
        if let by = logbook.correction(of: entry.number) { return "\(LogbookText.replacedBy(by))" }
        if logbook.isVoid(entry.number) { return "\(LogbookText.isVoid)" }
        return entry.corrects.map { "\(LogbookText.replaces($0))" } ?? ""
    }

    /// Says what is worth saying of a logbook.
    static func tell(_ notices: [LogbookNotice], _ terminal: Terminal) {
        for notice in notices { terminal.messages.warning(LogbookText.notice(notice)) }
    }

    /// Prints what a look at the chain has shown.
    static func tell(_ logbook: LogbookChain, isAnchored: Bool, _ terminal: Terminal) {
        tell(logbook.notices, terminal)
        for fault in logbook.faults {
            terminal.results.line(terminal.palette.paint("\(LogbookText.fault(fault))", .alarm))
        }
        if logbook.isIntact {
            let entries = logbook.entries.count
            terminal.results.line(terminal.palette.paint("\(LogbookText.intact(entries))", .calm))
            if !isAnchored { terminal.results.line("\(LogbookText.compareWith(logbook.head))") }
        } else {
            terminal.results.line(
                terminal.palette.paint("\(LogbookText.broken(logbook.faults.count))", .alarm))
        }
    }

    /// The same for scripts.
    static func json(_ logbook: LogbookChain, _ path: String) -> JSONValue {
        .object([
            ("path", .text(path)), ("intact", .boolean(logbook.isIntact)),
            ("entries", .count(logbook.entries.count)), ("head", .text(logbook.head)),
            (
                "faults",
                .array(
                    logbook.faults.map {
                        .object([
                            ("line", $0.line > 0 ? .count($0.line) : .null),
                            ("fault", .text($0.kind.rawValue)),
                        ])
                    })
            ),
            ("notices", .array(logbook.notices.map(json))),
        ])
    }

    private static func json(_ notice: LogbookNotice) -> JSONValue {
        switch notice {
        case .unfinished(let line, let bytes):
            .object([("notice", .text("unfinished")), ("line", .count(line)), ("bytes", .count(bytes))])
        case .incompleteImport(let number, let rows, let all):
            .object([
                ("notice", .text("incomplete_import")), ("number", .count(number)), ("rows", .count(rows)),
                ("of", .count(all)),
            ])
        }
    }

    /// An entry for scripts.
    static func json(_ entry: LogbookEntry, _ logbook: LogbookChain) -> JSONValue {
        let action = entry.action
        var members: [(String, JSONValue)] = [
            ("number", .count(entry.number)), ("entered", .text(entry.enteredAt.rfc3339)),
            ("person", .text(entry.person)), ("counts", .boolean(logbook.counts(entry.number))),
            ("corrects", entry.corrects.map { .count($0) } ?? .null),
            ("corrected_by", logbook.correction(of: entry.number).map { .count($0) } ?? .null),
        ]
        members += Self.members(action)
        members += [
            ("evidence", .array(action.evidence.map(json))), ("team", .text(action.team)),
            ("note", .text(action.note)), ("hash", .text(entry.hash)),
        ]
        return .object(members)
    }

    /// What an action is, for scripts.
    static func members(_ action: LogbookAction) -> [(String, JSONValue)] {
        [
            ("start", .text(action.start.rfc3339)),
            ("end", action.end.map { .text($0.rfc3339) } ?? .null), ("title", .text(action.title)),
            ("technique", action.technique.map { .text($0.identifier) } ?? .null),
            ("from", .array(action.sources.map { .text($0) })),
            ("to", .array(action.targets.map { .text($0) })),
            ("port", action.port.map { .count($0) } ?? .null), ("result", .text(action.result.rawValue)),
        ]
    }

    private static func json(_ evidence: LogbookEvidence) -> JSONValue {
        switch evidence {
        case .text(let text): .object([("text", .text(text))])
        case .file(let name, let size, let sha256):
            .object([("file", .text(name)), ("size", .count(size)), ("sha256", .text(sha256))])
        }
    }
}
