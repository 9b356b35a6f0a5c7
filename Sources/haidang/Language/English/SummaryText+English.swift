import NetTypes

extension SummaryText {
    var english: String {
        switch self {
        case .framesSoFar(let frames): "\(Number.grouped(frames)) frames"
        case .rules(let count, let leftOut, let places):
            "Rules: \(Number.grouped(count)) from \(places.map(Escaping.shown).joined(separator: ", "))"
                + (leftOut > 0 ? ", \(Number.grouped(leftOut)) left out because of errors" : "")
        case .indicators(let text): text.english
        case .files(let complete, let partial, let failed):
            "Files: \(complete) read to the end, \(partial) read in part, \(failed) not read"
        case .partialFile(let path, let reason):
            "  in part: \(Escaping.shown(path)): \(SystemReason.translated(reason))"
        case .damagedFile(let path, let reason):
            "\(Escaping.shown(path)): read in part, \(SystemReason.translated(reason))"
        case .failedFile(let sentence): "  not read: \(sentence)"
        case .traffic(let frames, let bytes, let flows):
            "Traffic: \(Number.grouped(frames)) frames, \(Number.bytes(bytes)), \(Number.grouped(flows)) flows"
        case .framesLost(let frames): "The sensor reported \(Number.grouped(frames)) frames lost"
        case .gaps(let streams, let bytes):
            "Gaps: \(Number.grouped(streams)) stream directions, \(Number.grouped(bytes)) bytes that never came"
        case .scanned(let bytes, let detections):
            "Scanned: \(Number.bytes(bytes)); detections: \(Number.grouped(detections))"
        case .suppression(let text): text.english
        case .ledger(let text): text.english
        case .night(let text): text.english
        case .incidents(let text): text.english
        case .nothingFound: "Nothing found; all payload in the capture was scanned."
        case .notAllInspected: "NOT ALL WAS SCANNED:"
        case .remainder(let remainder): remainder.english
        case .moreDetections(let count):
            "… and \(Number.grouped(count)) more detections (all of them with --json or in the event log)"
        case .eventLog(let path): "Event log: \(Escaping.shown(path))"
        case .interrupted: "Interrupted; what follows is the account up to then."
        case .place(let offset, let first, let last):
            "byte \(Number.grouped(offset)), frame \(first == last ? "\(first)" : "\(first)–\(last)")"
        case .frames(let first, let last): "frame \(first == last ? "\(first)" : "\(first)–\(last)")"
        case .object(let kind, .toServer): "\(kind.english) to server"
        case .object(let kind, .toClient): "\(kind.english) to client"
        case .severity(let level): ["critical", "high", "medium", "low"][min(max(level, 1), 4) - 1]
        }
    }
}

extension Remainder {
    fileprivate var english: String {
        switch self {
        case .interrupted: "the run was interrupted before the input ended"
        case .files(let partial, let failed): "\(partial) files read in part, \(failed) files not read"
        case .rules(let count):
            "\(Number.grouped(count)) rules or rule files were left out and not looked for"
        case .snapped(let bytes):
            "\(Number.grouped(bytes)) bytes were cut off when the capture was made (snaplen)"
        case .unknownLink(let frames): "\(Number.grouped(frames)) frames of a link type that is not decoded"
        case .fragments(let pieces):
            "\(Number.grouped(pieces)) fragmented datagrams given up for lack of room"
        case .limited(let count): "\(Number.grouped(count)) times a limit cut a TCP stream in two"
        case .timedOut(let bytes): "\(Number.grouped(bytes)) bytes in scans that ran out of time"
        case .objects(let bytes): "\(Number.grouped(bytes)) bytes of objects beyond the limits"
        case .unscannedObjects(let count): "\(Number.grouped(count)) objects whose scan did not finish"
        case .failed(let bytes): "\(Number.grouped(bytes)) bytes in scans that failed"
        case .unsaved(let count): IncidentText.unsaved(count).english
        case .missingFiles(let count):
            "\(Number.grouped(count)) files are missing between those that are there"
        case .leftOver(let count):
            "\(Number.grouped(count)) files were left for next time, since the time was over"
        case .other: "part of the traffic was not inspected (see the stats event)"
        }
    }
}

extension ScannedObject.Kind {
    fileprivate var english: String {
        switch self {
        case .stream: "TCP stream"
        case .segment: "stray segment"
        case .datagram: "datagram"
        case .httpBody: "HTTP body"
        case .formPart: "form part"
        case .mail: "mail"
        case .mimePart: "mail part"
        case .ftpFile: "FTP file"
        case .tftpFile: "TFTP file"
        case .smbFile: "SMB file"
        case .nfsFile: "NFS file"
        case .archiveMember: "archive member"
        }
    }
}
