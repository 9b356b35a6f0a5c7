import Foundation

/// What a taker says of an item that it has finished: which attempt's parts are the result, and what they add up to.
///
/// The first one of an item stands; a server refuses any other. When the leader has the result it puts a message without
/// bytes in its place, so that the item stays finished until the list ends.
struct FinishRecord: Codable, Equatable, Sendable {
    /// The attempt: nobody else's parts are under it.
    let attempt: String
    /// How many parts.
    let parts: Int
    /// How many bytes in all.
    let bytes: Int
    /// SHA-256 of all bytes, in hexadecimal digits.
    let digest: String
    /// The number of the first part in its stream; 1 when there is none.
    let first: UInt64
    /// The name that the taker gave itself.
    let taker: String
    /// How many times the item had been handed out.
    let deliveries: Int

    /// As a message.
    var message: [UInt8] { (try? JSONEncoder().encode(self)).map(Array.init) ?? [] }
}

extension FinishRecord {
    /// A record from a message; nil for what is none. What a subject or a range is made of is looked at here.
    init?(_ message: [UInt8]) {
        guard let read = try? JSONDecoder().decode(Self.self, from: Data(message)),
            ListNames.isID(read.attempt), (0...Self.mostParts).contains(read.parts), read.bytes >= read.parts,
            read.first > 0, read.deliveries > 0
        else { return nil }
        self = read
    }

    /// More parts than any result has: bytes by the terabyte.
    private static let mostParts = 1 << 24
}
