import Foundation
import NetTypes

/// Where a work list is: `nats://[user:password@]host[:port][,host[:port]…][/NAME]`, or `tls://…` to speak TLS.
///
/// The name has letters, digits, `-` and `_`, at most 32, and is `night` where none is given. A user without a password is a token.
/// User and password may have `%` and two hexadecimal digits for a byte.
public struct WorkQueueAddress: Equatable, Sendable, CustomStringConvertible {
    /// The servers of one cluster, as `nats://host:port`.
    let servers: [String]
    /// Who we are, or a token; nil for nobody.
    let user: String?
    /// The password; nil for none.
    let password: String?
    /// True to speak TLS with every server.
    public let isSecure: Bool
    /// The name of the work list.
    public let name: String

    /// The address as it may be shown: without user and password.
    public var description: String {
        let hosts = servers.map { $0.dropFirst("nats://".count) }.joined(separator: ",")
        return "\(isSecure ? "tls" : "nats")://\(user == nil ? "" : "…@")\(hosts)/\(name)"
    }

    /// An address from its text. Throws `address` with what is wrong.
    public init(_ text: String) throws(WorkQueueError) {
        guard let scheme = ["nats://", "tls://"].first(where: { text.lowercased().hasPrefix($0) }) else {
            throw .address(reason: "it does not begin with nats:// or tls://")
        }
        isSecure = scheme == "tls://"
        let rest = text.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" }
        name = try Self.name(rest.dropFirst(authority.count))
        var hosts = authority
        if let at = authority.lastIndex(of: "@") {
            (user, password) = try Self.credentials(authority[..<at])
            hosts = authority[authority.index(after: at)...]
        } else {
            (user, password) = (nil, nil)
        }
        var servers: [String] = []
        for host in hosts.split(separator: ",", omittingEmptySubsequences: false) {
            servers.append(try Self.server(host))
        }
        guard servers.count <= 32 else { throw .address(reason: "it has more than 32 servers") }
        self.servers = servers
    }

    private static func name(_ path: Substring) throws(WorkQueueError) -> String {
        let name = path.dropFirst()
        if name.isEmpty { return "night" }
        guard name.utf8.count <= 32, name.utf8.allSatisfy({ isLetterOrDigit($0) || $0 == 45 || $0 == 95 })
        else {
            throw .address(reason: "the name of the work list is not 1 to 32 letters, digits, - and _")
        }
        return String(name)
    }

    private static func credentials(_ text: Substring) throws(WorkQueueError) -> (String, String?) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let decoded = parts.map { $0.removingPercentEncoding ?? "" }
        guard decoded.allSatisfy({ !$0.isEmpty && !$0.utf8.contains(0) }) else {
            throw .address(reason: "user or password is empty, or has a % without two hexadecimal digits")
        }
        return (decoded[0], decoded.count > 1 ? decoded[1] : nil)
    }

    /// One server with its port, 4222 where none is given.
    private static func server(_ text: Substring) throws(WorkQueueError) -> String {
        var host = text
        var port: UInt16 = 4222
        let bracket = text.lastIndex(of: "]")
        if let colon = text.lastIndex(of: ":"), bracket.map({ $0 < colon }) ?? true {
            guard let number = UInt16(text[text.index(after: colon)...]), number > 0 else {
                throw .address(reason: "a port is not a number from 1 to 65535")
            }
            (host, port) = (text[..<colon], number)
        }
        guard isHost(host) else {
            throw .address(reason: host.isEmpty ? "a host is missing" : "a host is no name and no address")
        }
        return "nats://\(host):\(port)"
    }

    /// True for a name, an address of version 4, or one of version 6 in brackets.
    private static func isHost(_ host: Substring) -> Bool {
        if host.hasPrefix("["), host.hasSuffix("]") {
            return IPAddress(String(host.dropFirst().dropLast()))?.isIPv6 == true
        }
        return (1...253).contains(host.utf8.count) && host.first != "-"
            && host.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 45 || $0 == 46 || $0 == 95 }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
