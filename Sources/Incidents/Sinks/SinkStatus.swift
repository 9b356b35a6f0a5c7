import NetTypes

/// What a sink has done, and how it fares.
public struct SinkStatus: Equatable, Sendable {
    /// The sink's name.
    public var name: String
    /// `syslog`, `webhook`, `mail` or `file`.
    public var kind: String
    /// Events that the receiver has.
    public var sent: UInt64 = 0
    /// Those among them that were sent shortened.
    public var shortened: UInt64 = 0
    /// Events that were kept from it, since a network that keeps no payload is at either end.
    public var withheld: UInt64 = 0
    /// Events that its filter does not want.
    public var filtered: UInt64 = 0
    /// Events that the receiver refused for good, and that were set aside.
    public var refused: UInt64 = 0
    /// Times that something was to be tried again.
    public var retries: UInt64 = 0
    /// The last thing that went wrong, in English with the words of the system, the library or the receiver; nil for
    /// nothing.
    public var lastError: String?
    /// True when the last thing that was tried went well; false before anything was tried.
    public var isConnected = false
    /// Since when, by the clock, that is so; nil before anything was tried.
    public var since: Timestamp?

    /// The status of a sink that has done nothing.
    public init(name: String, kind: String) {
        self.name = name
        self.kind = kind
    }
}
