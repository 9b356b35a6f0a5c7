/// Builds the messages of TLS, DTLS and certificates by hand (RFC 8446, RFC 5246, RFC 6347, RFC 5280).
public enum TLSBytes {
    /// A number, most significant byte first.
    public static func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * (width - 1 - $0))) }
    }

    /// Bytes behind their length.
    public static func vector(_ bytes: [UInt8], _ width: Int) -> [UInt8] {
        number(bytes.count, width) + bytes
    }

    /// Numbers of two bytes, one behind the other.
    public static func list(_ numbers: [UInt16]) -> [UInt8] {
        numbers.flatMap { number(Int($0), 2) }
    }

    /// A record of TLS.
    public static func record(_ type: UInt8, _ content: [UInt8], version: Int = 0x0301) -> [UInt8] {
        [type] + number(version, 2) + vector(content, 2)
    }

    /// Handshake bytes in records of a size.
    public static func records(_ content: [UInt8], size: Int = 1 << 14) -> [UInt8] {
        stride(from: 0, to: content.count, by: size).flatMap {
            record(22, Array(content[$0..<min($0 + size, content.count)]))
        }
    }

    /// A handshake message.
    public static func message(_ type: UInt8, _ body: [UInt8]) -> [UInt8] {
        [type] + vector(body, 3)
    }

    /// An extension of a hello.
    public static func extended(_ type: UInt16, _ data: [UInt8] = []) -> [UInt8] {
        number(Int(type), 2) + vector(data, 2)
    }

    /// The server that the client asks for (RFC 6066 section 3).
    public static func serverName(_ name: String) -> [UInt8] {
        extended(0, vector([0] + vector(Array(name.utf8), 2), 2))
    }

    /// The protocols that are offered (RFC 7301).
    public static func protocols(_ names: [String]) -> [UInt8] {
        extended(16, vector(names.flatMap { vector(Array($0.utf8), 1) }, 2))
    }

    /// The body of a client's hello; `cookie` makes it DTLS.
    public static func clientHello(
        version: Int = 0x0303, _ suites: [UInt16], _ extensions: [UInt8]? = nil, session: [UInt8] = [],
        cookie: [UInt8]? = nil, random: [UInt8] = [UInt8](repeating: 7, count: 32)
    ) -> [UInt8] {
        var body = number(version, 2) + random + vector(session, 1)
        if let cookie { body += vector(cookie, 1) }
        body += vector(list(suites), 2) + [1, 0]
        if let extensions { body += vector(extensions, 2) }
        return body
    }

    /// The body of a server's hello.
    public static func serverHello(
        version: Int = 0x0303, _ suite: Int, _ extensions: [UInt8]? = nil, session: [UInt8] = [],
        random: [UInt8] = [UInt8](repeating: 8, count: 32)
    ) -> [UInt8] {
        var body = number(version, 2) + random + vector(session, 1) + number(suite, 2) + [0]
        if let extensions { body += vector(extensions, 2) }
        return body
    }

    /// The hello of a browser whose JA4 is published: t13d1516h2_8daaf6152771_e5627efa2ab1. GREASE is strewn in.
    public static func browserHello(_ name: String = "example.com", alpn: [String] = ["h2", "http/1.1"])
        -> [UInt8]
    {
        let named = extended(0x3a3a) + serverName(name) + extended(23) + extended(65281, [0])
        let groups =
            extended(10, vector(list([0x4a4a, 29, 23, 24]), 2)) + extended(11, [1, 0]) + extended(35)
        let asked = protocols(alpn) + extended(5, [1, 0, 0, 0, 0])
        let signatures: [UInt16] = [0x403, 0x804, 0x401, 0x503, 0x805, 0x501, 0x806, 0x601]
        let signed = extended(13, vector(list(signatures), 2)) + extended(18) + extended(51, [0, 0])
        let versions = extended(45, [1, 1]) + extended(43, vector(list([0x1a1a, 0x0304, 0x0303]), 1))
        let last = extended(27, [2, 0, 2]) + extended(17513, [0, 0]) + extended(21, [0, 0, 0])
        let suites: [UInt16] = [
            0x0a0a, 0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc013, 0xc014,
            0x009c,
            0x009d, 0x002f, 0x0035,
        ]
        return clientHello(
            suites, named + groups + asked + signed + versions + last, session: [1, 2, 3])
    }

    /// A certificate message's body.
    public static func certificates(_ chain: [[UInt8]]) -> [UInt8] {
        vector(chain.flatMap { vector($0, 3) }, 3)
    }
}
