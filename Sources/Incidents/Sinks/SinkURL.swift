import Foundation
import NetTypes

/// An address on the web or of a mail server, read more strictly than RFC 3986 allows, so that no two readers of it
/// can see two different hosts: printable ASCII without user, password, fragment, backslash or quotation mark.
struct SinkURL: Equatable, Sendable {
    /// The scheme in lower case.
    let scheme: String
    /// Name or address of the host, without brackets.
    let host: String
    /// The port; nil for that of the scheme.
    let port: UInt16?
    /// All of it, as it was given.
    let text: String

    /// An address from its text; nil for what is none.
    init?(_ text: String) {
        guard text.utf8.count <= 2048, text.utf8.allSatisfy({ (0x21...0x7e).contains($0) }),
            !text.contains(where: { "@\\#\"'<>`{}|^".contains($0) }),
            let colon = text.range(of: "://")
        else { return nil }
        let rest = text[colon.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard let (host, port) = Self.split(authority) else { return nil }
        scheme = text[..<colon.lowerBound].lowercased()
        (self.host, self.port, self.text) = (host, port, text)
    }

    /// Host and port of `host`, `host:port`, `[address]` or `[address]:port`; nil for anything else.
    private static func split(_ authority: Substring) -> (String, UInt16?)? {
        var host = authority
        var port: UInt16?
        let lastBracket = authority.lastIndex(of: "]")
        if let colon = authority.lastIndex(of: ":"), lastBracket.map({ $0 < colon }) ?? true {
            guard let number = UInt16(authority[authority.index(after: colon)...]), number > 0 else {
                return nil
            }
            (host, port) = (authority[..<colon], number)
        }
        if host.hasPrefix("["), host.hasSuffix("]") {
            let address = String(host.dropFirst().dropLast())
            return IPAddress(address)?.isIPv6 == true ? (address, port) : nil
        }
        return isHost(host) ? (String(host), port) : nil
    }

    /// True for a name (RFC 1123: letters, digits, hyphens, dots; underscores are met in the field) or an address.
    static func isHost(_ text: some StringProtocol) -> Bool {
        if IPAddress(String(text)) != nil { return true }
        return !text.isEmpty && text.utf8.count <= 253 && text.first != "-"
            && text.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
                    || $0 == 46 || $0 == 95
            }
    }

    /// True where a host is this machine itself.
    static func isLoopback(_ host: String) -> Bool {
        if host.lowercased() == "localhost" { return true }
        guard let address = IPAddress(host) else { return false }
        return address == IPAddress("::1")
            || !address.isIPv6 && IPNetwork("127.0.0.0/8")?.contains(address) == true
    }
}
