import Foundation
import NetTypes

/// A line of the custody log: who did what with the case, and when.
///
/// It is a JSON object whose last two members are `prev`, the SHA-256 of the line before (64 zeros for the first), and
/// `hash`, the SHA-256 of all bytes of the line in front of `,"hash"`. The first line has the SHA-256 of the manifest.
public struct CustodyEntry: Equatable, Sendable, Codable {
    /// Its place, from 1.
    public var seq: UInt64
    /// When, by the clock, in the form of the event log.
    public var time: String
    /// Who: a name of the system.
    public var person: String
    /// The machine.
    public var host: String
    /// What was done.
    public var action: String
    /// What there is to say about it.
    public var detail: String
    /// SHA-256 of the manifest; nil but in the first line.
    public var manifest: String?
    /// SHA-256 of the line before.
    public var prev: String
    /// SHA-256 of this line in front of its hash.
    public var hash: String

    /// What can be done with a case.
    public enum Action: String, CaseIterable, Sendable {
        /// The folder was made.
        case exported
        /// Somebody looked at what is in it.
        case viewed
        /// An object was unsealed.
        case opened
    }

    /// What stands in `prev` of the first line.
    static let origin = String(repeating: "0", count: digits)

    private static let digits = 64
    private static let ending = Array(",\"hash\":\"".utf8)
    private static let close = Array("\"}".utf8)

    /// The bytes of a new line, with its newline, and its hash.
    static func line(
        seq: UInt64, time: Timestamp, person: String, host: String, action: Action, detail: String,
        manifest: String?, prev: String
    ) -> (bytes: [UInt8], hash: String) {
        var json = JSONLine()
        json.root { json in
            json.member("seq", seq)
            json.member("time", time)
            json.member("person", person)
            json.member("host", host)
            json.member("action", action.rawValue)
            json.member("detail", detail)
            if let manifest { json.member("manifest", manifest) }
            json.member("prev", prev)
        }
        let body = Array(json.take().dropLast())
        let hash = Digest.of(body.span).hexadecimal
        return (body + ending + hash.utf8 + close + [UInt8(ascii: "\n")], hash)
    }

    /// An entry from a line without its newline; nil when it is none, or its hash is not that of its bytes.
    init?(_ line: some BidirectionalCollection<UInt8>) {
        let bytes = Array(line)
        let tail = Self.ending.count + Self.digits + Self.close.count
        guard bytes.count > tail else { return nil }
        let body = Array(bytes.dropLast(tail))
        let expected = Self.ending + Array(Digest.of(body.span).hexadecimal.utf8) + Self.close
        guard bytes.suffix(tail).elementsEqual(expected),
            let value = try? JSONDecoder().decode(CustodyEntry.self, from: Data(bytes))
        else { return nil }
        self = value
    }
}
