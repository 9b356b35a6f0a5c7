import Foundation

/// What a server says to a request about streams: the few members of its JSON that matter here.
struct JetStreamAnswer: Decodable, Sendable {
    /// What it could not do; nil when it did it.
    var error: JetStreamFault?
    /// The number that a published message got.
    var seq: UInt64?
    /// True for one that was there already, by its id.
    var duplicate: Bool?
    /// A message that was asked for.
    var message: StoredMessage?

    /// A message as a server reads it back.
    struct StoredMessage: Decodable, Sendable {
        /// Its number in its stream.
        let seq: UInt64
        /// Its bytes in Base64; nil for none.
        let data: String?

        /// Its bytes.
        var bytes: [UInt8] { data.flatMap { Data(base64Encoded: $0) }.map(Array.init) ?? [] }
    }

    /// An answer from its bytes; nil for what is none.
    init?(_ bytes: [UInt8]) {
        guard let read = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
        self = read
    }
}
