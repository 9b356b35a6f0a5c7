import NetTypes

/// A line of a logbook: an action, who entered it and when, and the hashes that bind it to the line before.
public struct LogbookEntry: Equatable, Sendable {
    /// Its number, from 1.
    public var number: Int
    /// When it was entered, by the clock.
    public var enteredAt: Timestamp
    /// Who entered it.
    public var person: String
    /// The number of the entry that it replaces; nil where it replaces none.
    public var corrects: Int?
    /// What was done.
    public var action: LogbookAction
    /// The file that it came from; nil for one that was entered by hand.
    public var origin: Origin?
    /// A line before it that was begun and never finished, as a power failure leaves it.
    var torn: Torn?
    /// SHA-256 of the line before; 64 zeros for the first.
    public var previous: String
    /// SHA-256 of this line in front of its own hash.
    public var hash: String

    /// A file of many actions, which count only once all of them are there.
    public struct Origin: Equatable, Codable, Sendable {
        /// Its name.
        public var name: String
        /// Its SHA-256.
        public var sha256: String
        /// Which action of it this is, from 1.
        public var row: Int
        /// How many it has.
        public var rows: Int
    }

    /// Bytes that are no line, and the SHA-256 of them.
    struct Torn: Equatable, Codable, Sendable {
        var size: Int
        var sha256: String
    }
}
