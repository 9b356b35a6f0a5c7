import Foundation
import NetTypes

/// An entry as JSON has it. The last member is `hash`, the SHA-256 of all bytes of the line in front of `,"hash"`.
struct LogbookLine: Codable {
    private var number: Int
    private var entered: String
    private var person: String
    private var corrects: Int?
    private var start: String
    private var end: String?
    private var title: String
    private var technique: String?
    private var from: [String]
    private var to: [String]
    private var port: UInt16?
    private var result: ClaimedResult
    private var evidence: [Evidence]
    private var team: String
    private var note: String
    private var origin: LogbookEntry.Origin?
    private var torn: LogbookEntry.Torn?
    private var prev: String
    private var hash: String?

    private struct Evidence: Codable {
        var text: String?
        var file: String?
        var size: UInt64?
        var sha256: String?
    }

    /// What stands in `prev` of the first line.
    static let origin = String(repeating: "0", count: digits)
    private static let digits = 64
    private static let ending = Array(",\"hash\":\"".utf8)
    private static let close = Array("\"}".utf8)

    private init(_ entry: LogbookEntry) {
        let action = entry.action
        number = entry.number
        entered = entry.enteredAt.rfc3339
        person = entry.person
        corrects = entry.corrects
        start = action.start.rfc3339
        end = action.end?.rfc3339
        title = action.title
        technique = action.technique?.identifier
        from = action.sources
        to = action.targets
        port = action.port
        result = action.result
        evidence = action.evidence.map {
            switch $0 {
            case .text(let text): Evidence(text: text)
            case .file(let name, let size, let sha256): Evidence(file: name, size: size, sha256: sha256)
            }
        }
        team = action.team
        note = action.note
        origin = entry.origin
        torn = entry.torn
        prev = entry.previous
    }

    /// The bytes of an entry's line, with its newline, and its hash.
    static func bytes(_ entry: LogbookEntry) throws -> (bytes: [UInt8], hash: String) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = Array(try encoder.encode(LogbookLine(entry)).dropLast())
        let hash = Digest.of(body.span).hexadecimal
        return (body + ending + Array(hash.utf8) + close + [UInt8(ascii: "\n")], hash)
    }

    /// An entry from a line without its newline; nil when it is none, or its hash is not that of its bytes.
    static func entry(_ line: ArraySlice<UInt8>) -> LogbookEntry? {
        let tail = ending.count + digits + close.count
        guard line.count > tail else { return nil }
        let body = Array(line.dropLast(tail))
        let hash = Digest.of(body.span).hexadecimal
        guard line.suffix(tail).elementsEqual(ending + Array(hash.utf8) + close),
            let value = try? JSONDecoder().decode(LogbookLine.self, from: Data(line))
        else { return nil }
        return value.entry(hash: hash)
    }

    private func entry(hash: String) -> LogbookEntry? {
        guard let enteredAt = Timestamp(entered), let start = Timestamp(start) else { return nil }
        var action = LogbookAction(start: start, title: title, sources: from, targets: to)
        if let end {
            guard let time = Timestamp(end) else { return nil }
            action.end = time
        }
        if let technique {
            guard let known = AttackTechnique(technique) else { return nil }
            action.technique = known
        }
        (action.port, action.result, action.team, action.note) = (port, result, team, note)
        for piece in evidence {
            if let text = piece.text {
                action.evidence.append(.text(text))
            } else if let name = piece.file, let size = piece.size, let sha256 = piece.sha256 {
                action.evidence.append(.file(name: name, size: size, sha256: sha256))
            } else {
                return nil
            }
        }
        guard action.problem == nil else { return nil }
        return LogbookEntry(
            number: number, enteredAt: enteredAt, person: person, corrects: corrects, action: action,
            origin: origin, torn: torn, previous: prev, hash: hash)
    }
}
