import NetTypes
import Rulebook
import Scan

extension RulesText {
    var english: String {
        switch self {
        case .checked(let good, let errors, let advice):
            "\(Number.grouped(good)) rules compile, \(Number.grouped(errors)) errors, \(Number.grouped(advice)) hints."
        case .subject(let subject): Self.english(subject)
        case .fault(let fault, let rule):
            "\(Escaping.shown(rule.file)):\(rule.line): rule \(Escaping.shown(rule.identity.name)): "
                + Self.english(fault)
        case .verdict(let verdict): Self.english(verdict)
        case .expectation(let mustHit): mustHit ? "hit" : "be silent"
        case .tested(let good, let failed, let captures):
            "\(Number.grouped(good)) as they must be, \(Number.grouped(failed)) not, in \(Number.grouped(captures)) captures."
        case .twoFormats: "--junit - leaves no room for --tap and --json on standard output"
        case .noSeverity(let level): "\(level) is no severity; there are 1 (critical) to 4 (low)"
        case .listed(let count, let all): "\(Number.grouped(count)) of \(Number.grouped(all)) rules."
        case .change(let kind): kind.rawValue
        case .part(let part): part.rawValue
        case .compared(let changed, let same):
            "\(Number.grouped(changed)) rules differ, \(Number.grouped(same)) are the same."
        }
    }

    private static func english(_ subject: RuleSubject) -> String {
        let kind =
            switch subject.kind {
            case .stream: "streams"
            case .object: "objects"
            case .both: "both"
            }
        switch subject.origin {
        case .metadata: return kind + " (metadata)"
        case .condition(let signs): return kind + " (\(signs.map(\.word).joined(separator: ", ")))"
        case .neither: return kind
        }
    }

    private static func english(_ fault: MetadataFault) -> String {
        switch fault {
        case .missing(let key): "the metadata lacks \(key)"
        case .malformed(let key, let value):
            "the metadata \(Escaping.shown(key)) is \"\(Escaping.shown(value))\"; it takes \(form(key))"
        case .repeated(let id, let other):
            "its id \(Escaping.shown(id)) is that of \(Escaping.shown(other)), too"
        case .expired(let date): "it expired on \(date)"
        }
    }

    private static func form(_ key: String) -> String {
        switch key {
        case "id": "HD- and four digits"
        case "severity": "1 (act now) to 4 (note)"
        case "score": "0 to 100"
        case "category": RuleCategory.allCases.map(\.rawValue).joined(separator: ", ")
        case "attack", "mitre_attack", "mitre_att": "an ATT&CK technique such as T1059.004"
        case "date", "expires", "valid_until": "a date such as 2026-11-24"
        case "reference": "an address on the web"
        case "scope": "stream, object or both"
        case "sharing", "tlp": "a colour of the Traffic Light Protocol"
        case "hits": "folders of captures, separated by commas"
        case "misses": "folders of captures, benign among them"
        default: "one line of text"
        }
    }

    private static func english(_ verdict: RuleTestRow.Verdict) -> String {
        switch verdict {
        case .ok: "ok"
        case .missed: "missed"
        case .falseHit: "false hit"
        case .captureMissing: "no such capture"
        case .unreadable(let reason): "not scanned to its end: \(SystemReason.translated(reason))"
        case .noCaptures: "names no captures"
        case .notRun: "not run"
        }
    }
}
