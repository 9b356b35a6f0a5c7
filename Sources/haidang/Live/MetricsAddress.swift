import NetTypes

/// Where the metrics are served: `127.0.0.1:9464`, `[::1]:9464`, `:9464` or `9464`; the last two mean loopback.
struct MetricsAddress: Equatable, Sendable, CustomStringConvertible {
    /// The address that is listened on.
    let address: IPAddress
    /// The port; 0 lets the system choose.
    let port: UInt16

    /// An address from its parts.
    init(address: IPAddress, port: UInt16) {
        self.address = address
        self.port = port
    }

    /// An address from its text; nil when it has none of the four forms. Names are not looked up.
    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":") else {
            guard let port = Self.port(text) else { return nil }
            self.init(address: Self.loopback, port: port)
            return
        }
        guard let port = Self.port(text[text.index(after: colon)...]) else { return nil }
        let host = text[..<colon]
        if host.isEmpty {
            self.init(address: Self.loopback, port: port)
        } else if host.hasPrefix("["), host.hasSuffix("]"), host.count > 2 {
            guard let address = IPAddress(String(host.dropFirst().dropLast())), address.isIPv6 else {
                return nil
            }
            self.init(address: address, port: port)
        } else {
            guard let address = IPAddress(String(host)), !address.isIPv6 else { return nil }
            self.init(address: address, port: port)
        }
    }

    private static let loopback = IPAddress(ipv4: 0x7f00_0001)

    private static func port(_ text: some StringProtocol) -> UInt16? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? UInt16(text) : nil
    }

    /// True when only this machine can connect: 127.0.0.0/8 (RFC 1122) and ::1 (RFC 4291).
    var isLoopback: Bool {
        if address.isIPv6 {
            return address.high == 0 && (address.low == 1 || address.low >> 24 == 0xffff7f)
        }
        return address.low >> 24 == 0x7f
    }

    /// The text, with brackets around IPv6.
    var description: String {
        address.isIPv6 ? "[\(address)]:\(port)" : "\(address):\(port)"
    }
}
