import Incidents

extension EvidenceText {
    var english: String {
        switch self {
        case .error(let error): Self.english(error)
        case .noKeySet: "no key to seal objects with is set (evidence.key, --key): no objects are exported"
        case .notEntered: "the case is not intact, so nothing was entered into its custody log"
        case .exported(let path, let files):
            "Written: \(Escaping.shown(path)), \(Number.grouped(files)) files"
        case .missing(let gap):
            "Not in it: \(Escaping.shown(gap.kind)) \(Escaping.shown(gap.name)): \(Escaping.shown(gap.reason))"
        case .keepThis(let hash): "Keep this hash elsewhere, it proves the case: \(hash)"
        case .intact(let files, let lines):
            "Intact: \(Number.grouped(files)) files and \(Number.grouped(lines)) lines of custody."
        case .broken(let count): "Broken: \(Number.grouped(count)) faults."
        case .compareWith(let hash): "Compare with the hash that was kept: \(hash)"
        case .fault(let fault): Self.english(fault)
        case .opened(let path, let bytes):
            "Written: \(Escaping.shown(path)), \(Number.grouped(bytes)) bytes. It may be harmful."
        case .keysWritten(let one, let two):
            "Written: \(Escaping.shown(one)) (secret, opens what was sealed) and \(Escaping.shown(two)) (to seal with)"
        case .purpose(let word): Escaping.shown(word)
        case .action(let word): Escaping.shown(word)
        }
    }

    private static func english(_ error: EvidenceError) -> String {
        switch error {
        case .exists(let path): "\(Escaping.shown(path)): is there already, and is not replaced"
        case .cannotWrite(let path, let reason):
            "\(Escaping.shown(path)): cannot be written: \(SystemReason.translated(reason, .english))"
        case .unreadable(let path, let reason):
            "\(Escaping.shown(path)): cannot be read: \(SystemReason.translated(reason, .english))"
        case .notACase(let path): "\(Escaping.shown(path)): is no case folder"
        case .tooLarge(let limit): "the case is larger than \(Number.grouped(limit)) bytes"
        case .noKey(let path): "\(Escaping.shown(path)): is no key of the right half"
        case .notOpened: "the object does not open: another key sealed it, or it was changed"
        case .noSuchObject(let sha256): "there is no sealed object \(Escaping.shown(sha256))"
        case .brokenLog(let path, let line):
            "\(Escaping.shown(path)):\(line): the custody log is broken here, and nothing is added to it"
        case .interrupted: "interrupted; nothing is left"
        case .engine(let reason): "a library failed: \(Escaping.shown(reason))"
        }
    }

    private static func english(_ fault: EvidenceFault) -> String {
        let place = Escaping.shown(fault.path) + (fault.line.map { ":\($0)" } ?? "")
        let what =
            switch fault.kind {
            case .missing: "is missing"
            case .added: "was added"
            case .changed: "was changed"
            case .unreadable: "cannot be read"
            case .notAFile: "is no regular file"
            case .otherManifest: "was changed: it is not the manifest that the custody log names"
            case .badName: "lies outside the folder, says the manifest"
            case .changedLine: "was changed"
            case .misplacedLine: "stands where another line stood: lines were dropped, added or exchanged"
            case .unlinkedLine: "does not follow on the line before, which was written anew"
            case .unfinishedLine: "is not finished"
            case .missingLine: "is missing"
            case .otherEnd:
                "is not the hash of the last line: lines are missing at the end, or it was changed"
            case .unknownAnchor: "has no line of the hash that was kept"
            }
        return "\(place): \(what)"
    }
}
