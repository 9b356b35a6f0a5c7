import Foundation

/// A string match as the line of an event has it: what people look at.
struct StoredMatch: Decodable {
    /// The string's identifier.
    var id: String
    /// Where it begins in the object.
    var offset: UInt64
    /// The length of the whole match.
    var length: Int
    /// The first bytes, hexadecimal; nil where the payload policy keeps them back.
    var hex: String?
    /// The bytes on either side, hexadecimal.
    var before: String?
    var after: String?
    /// SHA-256 of the whole, where only that may be kept.
    var sha256: String?

    private struct Line: Decodable {
        struct Rule: Decodable { var strings: [StoredMatch]? }
        var yara: Rule?
    }

    /// The matches in a line of the event log; none where it has none or is not readable.
    static func all(in event: String) -> [StoredMatch] {
        let line = try? JSONDecoder().decode(Line.self, from: Data(event.utf8))
        return line?.yara?.strings ?? []
    }
}
