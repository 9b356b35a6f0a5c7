/// Which way bytes go in a flow. The server is the side that accepted the flow, or was sent to first.
public enum Direction: UInt8, Codable, Sendable {
    /// From the client to the server.
    case toServer = 0
    /// From the server to the client.
    case toClient = 1

    /// The other way.
    @inlinable
    public var reversed: Direction {
        self == .toServer ? .toClient : .toServer
    }
}
