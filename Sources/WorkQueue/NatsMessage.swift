/// A message that came, all of it copied.
struct NatsMessage: Sendable {
    /// What it was published under; for an answer that is no stored message, where it was sent.
    var subject = ""
    /// Where an acknowledgement goes; empty for none.
    var reply = ""
    /// A status in the place of a message, as 404 for nothing found; 0 for a message.
    var status = 0
    /// Its number in its stream, where a server read it for us; 0 otherwise.
    var sequence: UInt64 = 0
    /// The id by which the server knows one that is sent again; empty for none.
    var id = ""
    /// Its bytes.
    var bytes: [UInt8] = []
}
