import Foundation
import Incidents
import NetTypes

/// A line of a result: what a scan of a unit gives, in the order in which it came.
enum WorkPart {
    /// Frames come from another file from here on.
    case begin(file: String, framesBefore: UInt64)
    /// A line of the event log.
    case line(String)
    /// A detection, which the leader judges.
    case detection(Detection)
    /// What was counted of the unit beside its files.
    case tally([LedgerTally], streamsWithGaps: UInt64)
    /// What became of the unit.
    case end(UnitResult)

    private struct Beginning: Codable {
        var file: String
        var framesBefore: UInt64
    }

    private struct Tallies: Codable {
        var list: [LedgerTally]
        var streamsWithGaps: UInt64
    }

    /// The line, with a newline at its end.
    var bytes: [UInt8] {
        switch self {
        case .begin(let file, let frames): Self.line("B", Beginning(file: file, framesBefore: frames))
        case .line(let text): Array("L\(text)\n".utf8)
        case .detection(let detection): Self.line("D", detection)
        case .tally(let list, let gaps): Self.line("T", Tallies(list: list, streamsWithGaps: gaps))
        case .end(let result): Self.line("E", result)
        }
    }

    /// A part from its line, without the newline; nil where it is none.
    init?(_ line: ArraySlice<UInt8>) {
        let rest = line.dropFirst()
        func decoded<Value: Decodable>(_ type: Value.Type) -> Value? {
            try? JSONDecoder().decode(type, from: Data(rest))
        }
        switch line.first {
        case UInt8(ascii: "B"):
            guard let part = decoded(Beginning.self) else { return nil }
            self = .begin(file: part.file, framesBefore: part.framesBefore)
        case UInt8(ascii: "L"):
            guard rest.first == UInt8(ascii: "{"), rest.last == UInt8(ascii: "}") else { return nil }
            self = .line(String(decoding: rest, as: UTF8.self))
        case UInt8(ascii: "D"):
            guard let detection = decoded(Detection.self) else { return nil }
            self = .detection(detection)
        case UInt8(ascii: "T"):
            guard let part = decoded(Tallies.self) else { return nil }
            self = .tally(part.list, streamsWithGaps: part.streamsWithGaps)
        case UInt8(ascii: "E"):
            guard let result = decoded(UnitResult.self) else { return nil }
            self = .end(result)
        default: return nil
        }
    }

    private static func line(_ mark: Character, _ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        // Without any options for it JSON has no newline outside of strings, and none unescaped in them.
        guard let data = try? encoder.encode(value) else { return [] }
        return Array("\(mark)".utf8) + Array(data) + [UInt8(ascii: "\n")]
    }
}
