import Drills
import Foundation
import NetTypes

/// What a sensor made of the actions of a logbook, as people and scripts read it.
enum MatchView {
    /// Groups of alerts without an action that people are shown.
    private static let mostGroups = 20

    /// Prints it for people.
    static func tell(_ match: LogbookMatch, _ terminal: Terminal) {
        terminal.write(actions(match))
        terminal.results.line("")
        let detected = match.actions.count(where: \.isDetected)
        terminal.results.line("\(LogbookText.detected(detected, of: match.actions.count))")
        for action in match.actions where action.contradictsClaim {
            terminal.results.line(
                terminal.palette.paint("\(LogbookText.contradiction(action.entry.number))", .caution))
        }
        if match.unexplained.count > 0 {
            terminal.results.line("")
            terminal.results.line("\(LogbookText.unexplained(match.unexplained.count))")
            terminal.write(groups(match.unexplained))
            let hidden = match.unexplained.groups.dropFirst(mostGroups).reduce(0) { $0 + $1.count }
            let more = hidden + match.unexplained.ungrouped
            if more > 0 { terminal.results.line("\(LogbookText.moreUnexplained(more))") }
        }
        let account = match.account
        terminal.messages.note(LogbookText.read(account))
        if account.bad + account.tooLong > 0 { terminal.messages.warning(LogbookText.unreadLines(account)) }
        if account.flows == 0 { terminal.messages.warning(LogbookText.noFlows) }
    }

    private static func actions(_ match: LogbookMatch) -> Table {
        let headings: [LogbookHeading] = [
            .number, .time, .title, .detected, .delay, .effect, .result, .alerts, .rules, .technique,
            .incidents, .flows,
        ]
        var table = Table(headings.map(\.description), fold: 6)
        for action in match.actions {
            table.add([
                Cell(action.entry.number), Cell(ActionTime.text(action.entry.action.start, in: .current)),
                .foreign(action.entry.action.title, tone: .strong), detection(action),
                Cell(number: action.timeToDetect.map { delay($0) } ?? ""),
                Cell("\(LogbookText.verdict(action.verdict))", tone: tone(action.verdict)),
                Cell("\(LogbookText.result(action.entry.action.result))"), Cell(action.alerts),
                .foreign(action.rules.joined(separator: " ") + (action.moreRules ? " …" : "")),
                Cell(technique(action)), .foreign(action.incidents.map(\.id).joined(separator: " ")),
                Cell("\(LogbookText.flows(action.proof))"),
            ])
        }
        return table
    }

    private static func detection(_ action: ActionMatch) -> Cell {
        if action.isDetected { return Cell("\(LogbookText.isDetected)", tone: .calm) }
        let text: LogbookText = action.suppressed > 0 ? .isSuppressed : .isMissed
        return Cell("\(text)", tone: .alarm)
    }

    private static func technique(_ action: ActionMatch) -> String {
        guard let technique = action.entry.action.technique else { return "" }
        return "\(technique.identifier) \(LogbookText.agreement(action.agreement))"
    }

    private static func tone(_ verdict: EffectVerdict) -> Palette.Tone? {
        switch verdict {
        case .blocked, .blockedFrom: .calm
        case .notBlocked: .alarm
        case .unclear, .noTraffic: .caution
        }
    }

    /// Seconds with a tenth below ten minutes, else minutes.
    private static func delay(_ nanoseconds: Int64) -> String {
        let point = Language.current == .vietnamese ? "," : "."
        let tenths = nanoseconds / 100_000_000
        if tenths < 6000 { return "\(tenths / 10)\(point)\(tenths % 10) s" }
        return "\(Number.grouped(tenths / 600)) min"
    }

    private static func groups(_ alerts: UnexplainedAlerts) -> Table {
        let headings: [LogbookHeading] = [.time, .rules, .from, .to, .alerts]
        var table = Table(headings.map(\.description), fold: 3)
        for group in alerts.groups.prefix(mostGroups) {
            table.add([
                Cell(group.first.map { ActionTime.text($0, in: .current) } ?? ""), .foreign(group.rule),
                Cell(group.source), Cell(group.destination), Cell(group.count),
            ])
        }
        return table
    }

    /// Prints it for scripts: a line for each action, one for each group of alerts without one, and what was read.
    static func json(_ match: LogbookMatch, _ terminal: Terminal) {
        for action in match.actions { terminal.results.line(json(action).line) }
        for group in match.unexplained.groups {
            terminal.results.line(
                JSONValue.object([
                    ("kind", .text("unexplained")), ("rule", .text(group.rule)),
                    ("src_ip", .text(group.source)), ("dest_ip", .text(group.destination)),
                    ("alerts", .count(group.count)), ("first", time(group.first)), ("last", time(group.last)),
                ]).line)
        }
        let account = match.account
        terminal.results.line(
            JSONValue.object([
                ("kind", .text("account")), ("actions", .count(match.actions.count)),
                ("detected", .count(match.actions.count(where: \.isDetected))),
                ("lines", .count(account.lines)), ("events", .count(account.events)),
                ("bad_lines", .count(account.bad)), ("long_lines", .count(account.tooLong)),
                ("alerts", .count(account.alerts)), ("unexplained_alerts", .count(match.unexplained.count)),
                ("ungrouped_alerts", .count(match.unexplained.ungrouped)), ("flows", .count(account.flows)),
                ("incidents_left_out", .count(account.moreIncidents)), ("first", time(account.first)),
                ("last", time(account.last)),
            ]).line)
    }

    private static func json(_ match: ActionMatch) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("kind", .text("action")), ("number", .count(match.entry.number)),
        ]
        members += LogbookView.members(match.entry.action)
        members += [
            ("detected", .boolean(match.isDetected)), ("alerts", .count(match.alerts)),
            ("suppressed", .count(match.suppressed)), ("first_alert", time(match.firstAlert)),
            ("time_to_detect_ms", match.timeToDetect.map { .count($0 / 1_000_000) } ?? .null),
            ("rules", .array(match.rules.map { .text($0) })), ("more_rules", .boolean(match.moreRules)),
            ("categories", .array(match.categories.map { .text($0) })),
            ("techniques", .array(match.techniques.map { .text($0.identifier) })),
            ("technique_agreement", .text(match.agreement.rawValue)),
            (
                "incidents",
                .array(match.incidents.map { .object([("id", .text($0.id)), ("state", .text($0.state))]) })
            ),
            ("verdict", .text(match.verdict.word)), ("blocked_from", blockedFrom(match.verdict)),
            ("claim_contradicted", .boolean(match.contradictsClaim)), ("flows", json(match.proof)),
        ]
        return .object(members)
    }

    private static func blockedFrom(_ verdict: EffectVerdict) -> JSONValue {
        if case .blockedFrom(let time) = verdict { self.time(time) } else { .null }
    }

    private static func json(_ proof: EffectProof) -> JSONValue {
        func count(_ count: EffectProof.Count) -> JSONValue {
            .object([("flows", .count(count.flows)), ("answered", .count(count.answered))])
        }
        return .object([
            ("before", count(proof.before)), ("during", count(proof.during)), ("after", count(proof.after)),
            ("silent", .count(proof.silent)), ("refused", .count(proof.refused)),
            ("bytes_toclient", .count(proof.bytesToClient)), ("last_answered", time(proof.lastAnswered)),
        ])
    }

    private static func time(_ time: Timestamp?) -> JSONValue { time.map { .text($0.rfc3339) } ?? .null }
}
