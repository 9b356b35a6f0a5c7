/// One end of a flow: an address and a port (0 where the protocol has none).
public struct Endpoint: Hashable, Comparable, Codable, Sendable {
    /// The address.
    public let address: IPAddress
    /// The port; for ICMP the type, or the code where Community ID puts it there.
    public let port: UInt16

    /// An end from its parts.
    @inlinable
    public init(address: IPAddress, port: UInt16) {
        self.address = address
        self.port = port
    }

    /// Address first, then port.
    @inlinable
    public static func < (left: Endpoint, right: Endpoint) -> Bool {
        left.address != right.address ? left.address < right.address : left.port < right.port
    }
}
