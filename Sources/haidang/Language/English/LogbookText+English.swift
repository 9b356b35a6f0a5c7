import Drills
import Foundation

extension LogbookText {
    var english: String {
        switch self {
        case .error(let error): Self.english(error)
        case .notice(let notice): Self.english(notice)
        case .fault(let fault): Self.english(fault)
        case .added(let number): "Entered as number \(number)."
        case .imported(let count): "Entered: \(Number.grouped(count)) actions."
        case .keepThis(let hash): "Keep this hash elsewhere, it proves the logbook up to here: \(hash)"
        case .intact(let count): "Intact: \(Number.grouped(count)) entries."
        case .broken(let count): "Changed: \(Number.grouped(count)) faults."
        case .compareWith(let hash): "Compare with the hash that was kept: \(hash)"
        case .replacedBy(let number): "replaced by \(number)"
        case .replaces(let number): "replaces \(number)"
        case .isVoid: "does not count: its import is incomplete"
        case .result(let result): result.rawValue
        case .isDetected: "yes"
        case .isMissed: "no"
        case .isSuppressed: "no, suppressed"
        case .detected(let count, let all):
            "Detected: \(Number.grouped(count)) of \(Number.grouped(all)) actions."
        case .verdict(let verdict): Self.english(verdict)
        case .flows(let proof):
            "\(Self.share(proof.before)) before, \(Self.share(proof.during)) during, \(Self.share(proof.after)) after"
        case .contradiction(let number):
            "Number \(number) is claimed to have succeeded, but nothing of it was answered."
        case .agreement(let agreement):
            switch agreement {
            case .agrees: "(agrees)"
            case .differs: "(differs)"
            case .unknown: "(rules name none)"
            }
        case .unexplained(let count): "Alerts that belong to no action: \(Number.grouped(count))"
        case .moreUnexplained(let count): "… and \(Number.grouped(count)) more (all groups with --json)"
        case .read(let account):
            "Read: \(Number.grouped(account.events)) events, \(Number.grouped(account.alerts)) alerts, "
                + "\(Number.grouped(account.flows)) flows"
        case .unreadLines(let account):
            "\(Number.grouped(account.bad)) lines are no events, \(Number.grouped(account.tooLong)) are too long; "
                + "they were passed over"
        case .noFlows: "there are no flow events: nothing can be said of what was blocked"
        }
    }

    private static func share(_ count: EffectProof.Count) -> String {
        "\(Number.grouped(count.answered))/\(Number.grouped(count.flows))"
    }

    private static func english(_ verdict: EffectVerdict) -> String {
        switch verdict {
        case .blocked: "blocked"
        case .notBlocked: "not blocked"
        case .blockedFrom(let time): "blocked from \(ActionTime.text(time, in: .current))"
        case .unclear: "unclear"
        case .noTraffic: "no traffic seen"
        }
    }

    private static func english(_ notice: LogbookNotice) -> String {
        switch notice {
        case .unfinished(let line, let bytes):
            "line \(line) was never finished (\(Number.grouped(bytes)) bytes); it was never confirmed and does not count"
        case .incompleteImport(let number, let rows, let all):
            "of an import of \(Number.grouped(all)) actions only \(Number.grouped(rows)) were written, from number "
                + "\(number) on; they do not count, and the file can be imported again"
        }
    }

    private static func english(_ fault: LogbookFault) -> String {
        switch fault.kind {
        case .changed: "line \(fault.line) was changed"
        case .misplaced:
            "line \(fault.line) stands where another one stood: lines were dropped, added or exchanged"
        case .unlinked: "line \(fault.line) does not follow on the one before, which was written anew"
        case .wrongCorrection:
            "line \(fault.line) replaces an entry that is not there, or was replaced before"
        case .unknownAnchor: "there is no line of the hash that was kept"
        }
    }

    private static func english(_ error: LogbookError) -> String {
        switch error {
        case .unreadable(let path, let code):
            "cannot read \(Escaping.shown(path)): \(SystemReason.text(code))"
        case .notAFile(let path): "\(Escaping.shown(path)) is no plain file"
        case .cannotWrite(let path, let code):
            "cannot write \(Escaping.shown(path)): \(SystemReason.text(code))"
        case .tooLarge(let path, let limit):
            "\(Escaping.shown(path)) is too large: the limit is \(Number.grouped(limit))"
        case .broken(let path, let line):
            "\(Escaping.shown(path)):\(line): the logbook was changed here; it is evidence as it is, and is not used"
        case .noSuchEntry(let number): "there is no entry \(number) to correct"
        case .alreadyCorrected(let number, let by): "entry \(number) was replaced by \(by): correct that one"
        case .badAction(let problem): english(problem)
        case .alreadyImported(let number): "this file was imported before, from number \(number) on"
        case .badRow(let path, let line, let column, let problem):
            "\(Escaping.shown(path)):\(line): "
                + (column.isEmpty ? "" : "\(Escaping.shown(column)): ") + english(problem)
                + "; nothing was entered"
        case .noRows(let path): "there are no actions in \(Escaping.shown(path))"
        }
    }

    private static func english(_ problem: ActionProblem) -> String {
        switch problem {
        case .noTitle: "it is not said what was done"
        case .noSource: "it is not said from where"
        case .noTarget: "it is not said to what"
        case .endsBeforeStart: "it ends before it begins"
        case .badAddress(let text): "\(Escaping.shown(text)) is neither an address nor a network"
        case .badTime(let text):
            "\(Escaping.shown(text)) is no time such as 2026-11-28 09:30 or 2026-11-28T09:30:15+07:00"
        case .badPort(let text): "\(Escaping.shown(text)) is no port from 1 to 65,535"
        case .badTechnique(let text):
            "\(Escaping.shown(text)) is no ATT&CK technique such as T1190 or T1505.003"
        case .badResult(let text):
            "\(Escaping.shown(text)) is none of \(ClaimedResult.allCases.map(\.rawValue).joined(separator: ", "))"
        case .tooMany(let limit): "there are more than \(limit) addresses or pieces of evidence"
        case .textTooLong(let limit): "a text is longer than \(Number.grouped(limit)) bytes"
        }
    }

    private static func english(_ problem: RowProblem) -> String {
        switch problem {
        case .action(let problem): english(problem)
        case .badQuotes: "quotation marks are not closed, or stand where they may not"
        case .fields(let count, let expected):
            "the line has \(count) fields where there are \(expected) headings"
        case .unknownHeading(let nearest):
            "there is no such heading" + (nearest.map { "; the nearest is \($0)" } ?? "")
        case .repeatedHeading: "the heading is there twice"
        case .missingHeading: "the heading is missing"
        case .badText: "the line is not UTF-8"
        }
    }
}
