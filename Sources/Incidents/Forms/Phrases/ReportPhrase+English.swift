import NetTypes

extension ReportPhrase {
    var english: String {
        switch self {
        case .motto: "SOCIALIST REPUBLIC OF VIET NAM"
        case .motto2: "Independence - Freedom - Happiness"
        case .placeAndDate(let place, let time):
            (place.isEmpty ? "…………" : place) + ", \(time.date) (day/month/year)"
        case .number: "No.: ………………"
        case .addressedTo: "To"
        case .notes: "Notes"
        case .sign: "(Signature, seal)"
        case .missing: "(missing)"
        case .missingTitle: "Mandatory fields that are missing"
        case .mandatoryNote:
            "(*) is mandatory; other fields may be dropped where there is nothing to say."
        case .drill: "DRILL (DIỄN TẬP): this is about no real incident. Not to be sent."
        case .translation: "Working translation. The Vietnamese form is the one to send."
        case .subject: "Subject of the mail"
        case .unverified(let citation, let verification, let note):
            "Not compared with the original: \(citation) (\(Self.known(verification)))."
                + (note.isEmpty ? "" : " " + note)
        case .more(let count): "… and \(count) more"
        case .domains(let names): "Domain names: \(names)"
        case .addresses(let addresses): "IP addresses: \(addresses)"
        case .span(let first, let last): "From \(first.both) to \(last.both)"
        case .sent(let form, let time): "\(form), \(time.both)"
        case .none: "None"
        default: englishOfIncident
        }
    }

    private static func known(_ verification: Verification) -> String {
        switch verification {
        case .primary: "read"
        case .secondary: "from a secondary source"
        case .memory: "from memory"
        }
    }

    private var englishOfIncident: String {
        switch self {
        case .summary(let title, let detections, let first, let last):
            "\(title): \(detections) detections, from \(first.both) to \(last.both)."
        case .stage(let stage): "Stage observed: \(Self.english(stage))."
        case .victim(let who): "Affected system: \(who)."
        case .attacker(let who): "Source of the attack: \(who)."
        case .category(let category): Self.english(category)
        case .rule(let title, let name, let count): "Rule \(name) (\(title)): \(count) matches"
        case .object(let kind, let name, let size, let sha256):
            "\(Self.english(kind))\(name.isEmpty ? "" : " “\(name)”"), \(size) bytes"
                + (sha256.isEmpty ? "" : ", SHA-256 \(sha256)")
        case .ruleSet(let digest): "Rule set: SHA-256 \(digest)"
        case .action(let time, let person, let action, let detail, let note):
            "\(time.both), \(person): \(Self.english(action))"
                + [detail, note].filter { !$0.isEmpty }.map { "; " + $0 }.joined()
        case .address: "IP address"
        case .service: "Service"
        case .times: "Attacked at"
        case .technique: "Technique"
        case .count: "Detections"
        case .evidence: "Evidence"
        case .source: "Attacker"
        case .targets: "Attacked"
        case .frames(let received, let lost): "Frames received: \(received); lost: \(lost)"
        case .scans(let scanned, let notScanned):
            "Objects and streams scanned whole: \(scanned); not scanned whole: \(notScanned)"
        default: ""
        }
    }

    static func english(_ stage: AttackStage) -> String {
        switch stage {
        case .none: "no step of an attack"
        case .reconnaissance: "reconnaissance"
        case .delivery: "delivery of an exploit or of malware"
        case .execution: "execution"
        case .commandAndControl: "command and control"
        case .impact: "impact"
        }
    }

    static func english(_ category: RuleCategory) -> String {
        switch category {
        case .malware: "Malware"
        case .intrusion: "Intrusion"
        case .dos: "Denial of service"
        case .leak: "Data leak"
        case .deface: "Defacement"
        case .phishing: "Phishing"
        case .recon: "Reconnaissance"
        case .policy: "Violation of policy"
        case .other: "Other"
        }
    }

    static func english(_ kind: ScannedObject.Kind) -> String {
        switch kind {
        case .stream: "TCP stream"
        case .segment: "TCP segment"
        case .datagram: "Datagram"
        case .httpBody: "HTTP body"
        case .formPart: "Part of an HTTP form"
        case .mail: "Mail"
        case .mimePart: "Part of a mail"
        case .ftpFile: "FTP file"
        case .tftpFile: "TFTP file"
        case .smbFile: "SMB file"
        case .nfsFile: "NFS file"
        case .archiveMember: "Member of an archive"
        }
    }

    static func english(_ action: JournalEntry.Action) -> String {
        switch action {
        case .opened: "opened"
        case .reopened: "reopened"
        case .escalated: "severity raised"
        case .status: "status"
        case .assigned: "assigned"
        case .noted: "note"
        case .merged: "merged"
        case .viewed: "payload viewed"
        case .reported: "form filled in"
        case .sent: "report sent"
        case .exported: "evidence exported"
        case .answered: "answered"
        case .removed: "old data removed"
        }
    }
}
