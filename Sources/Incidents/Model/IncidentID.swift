import NetTypes

/// What an incident is called, by people and by other programs: `HD-20261128-3KF7Q2MD`.
///
/// The day is that of its first detection in universal time. The eight characters (Crockford's base 32, without letters
/// that look like digits) come from what the incident is about and when it began, so that a replay of the same traffic
/// gives the same identifiers.
public struct IncidentID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The identifier as people write it.
    public let description: String

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// An identifier from its text, letters in either case; nil for anything else.
    public init?(_ text: String) {
        let upper = text.uppercased()
        let parts = upper.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual("HD".utf8), parts[1].count == 8, parts[2].count == 8,
            parts[1].allSatisfy({ (48...57).contains($0) }),
            parts[2].allSatisfy({ Self.alphabet.contains($0) })
        else { return nil }
        description = upper
    }

    /// The identifier of what began on a day, from 40 bits that stand for it; higher bits do not count.
    public init(day: Day, bits: UInt64) {
        let letters = (0..<8).reversed().map { Self.alphabet[Int(truncatingIfNeeded: bits >> ($0 * 5) & 31)] }
        let date = day.description.replacing("-", with: "")
        description = "HD-\(date)-" + String(decoding: letters, as: UTF8.self)
    }

    /// In the order of their days.
    public static func < (left: IncidentID, right: IncidentID) -> Bool {
        left.description < right.description
    }
}
