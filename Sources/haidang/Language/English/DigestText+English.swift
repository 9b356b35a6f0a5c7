import Incidents
import NetTypes

extension DigestText {
    var english: String {
        switch self {
        case .title(let day): "Digest of the night of \(day.date)"
        case .run(let number, let host): "Run \(number) on \(Escaping.shown(host))"
        case .ran(let from, let to):
            "Ran from \(from.both) to \(to?.both ?? "–") (UTC+7)"
        case .captured(let from, let to): "Traffic from \(from.both) to \(to.both) (UTC+7)"
        case .resumed(let count):
            "Times that it was cut off and taken up again: \(Number.grouped(count, .english))"
        case .unfinished: "THIS RUN IS NOT FINISHED: it was cut off, or is still at work."
        case .openRun(let run): "A LATER RUN (\(run)) IS NOT FINISHED: it was cut off, or is still at work."
        case .code(let code): "Exit code \(code): \(Self.english(code))"
        case .part(let part, let whole): "\(Number.bytes(part, .english)) of \(Number.bytes(whole, .english))"
        case .leftDetail: "still changing, or the time was over"
        case .huntedDetail(let partial, let failed, let detections):
            "with rules that are new; \(Number.grouped(partial, .english)) in part, \(Number.grouped(failed, .english)) failed; \(Number.grouped(detections, .english)) detections"
        case .verdict(let verdict, let isHunt): Self.english(verdict) + (isHunt ? " (hunt)" : "")
        case .reason(let verdict): Self.english(reason: verdict)
        case .more(let count): "… and \(Number.grouped(count, .english)) more"
        case .none: "None."
        case .incidents(let count): Self.counted(count, "new incident")
        case .hits(let hits, let detections):
            "\(Number.grouped(detections, .english)) detections, \(Number.grouped(hits, .english)) of them alerts."
        case .missing(let count): "\(Number.grouped(count, .english)) files in all."
        case .noUnit: "(of no unit)"
        case .change(let change): Self.english(change)
        case .noNights: "There is no night before to compare with."
        case .bars: "Files, captured bytes and detections of each night; the last is this one."
        case .subject(let day, let incidents, let faults, let isFinished):
            (isFinished ? "" : "[NOT FINISHED] ") + "Night \(day.date): "
                + Self.counted(incidents, "new incident") + ", " + Self.counted(faults, "file")
                + " not whole"
        case .withheld:
            "Addresses and units of networks that keep no payload are left out of what is sent."
        }
    }

    private static func counted(_ count: UInt64, _ word: String) -> String {
        "\(Number.grouped(count, .english)) \(word)\(count == 1 ? "" : "s")"
    }

    private static func english(_ code: Int32) -> String {
        switch ExitCode(rawValue: code) {
        case .nothingFound: "all was scanned, nothing found."
        case .found: "all was scanned, something was found."
        case .usage: "wrong usage or configuration; nothing was done."
        case .incomplete: "NOT ALL WAS SCANNED; there may be detections too."
        case .rules: "no rule could be used."
        case .input: "no input could be read."
        case .internal: "an error of the program; report it."
        case .busy: "another run was at work."
        case .interrupted, .terminated: "interrupted by a signal; the next run goes on."
        case nil: "a code that this program does not give."
        }
    }

    private static func english(_ verdict: LedgerVerdict) -> String {
        switch verdict {
        case .done: "whole"
        case .partial: "in part"
        case .failed: "FAILED"
        }
    }

    private static func english(reason verdict: LedgerVerdict) -> String {
        switch verdict {
        case .done: ""
        case .partial(.damaged, let reason), .failed(let reason): SystemReason.translated(reason, .english)
        case .partial(.interrupted, _): "interrupted; the next run scans it anew"
        case .partial(.limited, let reason): DigestLimit.text(reason, .english)
        }
    }

    private static func english(_ change: NightChange) -> String {
        let name =
            switch change.measure {
            case .files: "Files"
            case .bytes: "Captured bytes"
            case .detections: "Detections"
            case .incidents: "New incidents"
            }
        func shown(_ value: UInt64) -> String {
            change.measure == .bytes ? Number.bytes(value, .english) : Number.grouped(value, .english)
        }
        let usual = "\(shown(change.value)), usually \(shown(change.usual))"
        let rest =
            switch change.kind {
            case .unknown: shown(change.value)
            case .asUsual: "\(shown(change.value)), as usual (\(shown(change.usual)))"
            case .more: "\(usual): MORE, \(Number.times(change.tenths ?? 0, .english)) times as much"
            case .less: "\(usual): LESS, \(Number.times(change.tenths ?? 0, .english)) times as much"
            case .new: "\(shown(change.value)), usually none: NEW"
            case .gone: "none, usually \(shown(change.usual)): GONE"
            }
        return "\(name): \(rest)"
    }
}
