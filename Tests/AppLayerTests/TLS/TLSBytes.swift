/// Builds the messages of TLS, DTLS and certificates for tests.
enum TLSBytes {
    /// A number, most significant byte first.
    static func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * (width - 1 - $0))) }
    }

    /// Bytes behind their length.
    static func vector(_ bytes: [UInt8], _ width: Int) -> [UInt8] {
        number(bytes.count, width) + bytes
    }

    static func list(_ numbers: [UInt16]) -> [UInt8] {
        numbers.flatMap { number(Int($0), 2) }
    }

    /// A record of TLS.
    static func record(_ type: UInt8, _ content: [UInt8], version: Int = 0x0301) -> [UInt8] {
        [type] + number(version, 2) + vector(content, 2)
    }

    /// Handshake bytes in records of a size.
    static func records(_ content: [UInt8], size: Int = 1 << 14) -> [UInt8] {
        stride(from: 0, to: content.count, by: size).flatMap {
            record(22, Array(content[$0..<min($0 + size, content.count)]))
        }
    }

    /// A handshake message.
    static func message(_ type: UInt8, _ body: [UInt8]) -> [UInt8] {
        [type] + vector(body, 3)
    }

    static func extended(_ type: UInt16, _ data: [UInt8] = []) -> [UInt8] {
        number(Int(type), 2) + vector(data, 2)
    }

    static func serverName(_ name: String) -> [UInt8] {
        extended(0, vector([0] + vector(Array(name.utf8), 2), 2))
    }

    static func protocols(_ names: [String]) -> [UInt8] {
        extended(16, vector(names.flatMap { vector(Array($0.utf8), 1) }, 2))
    }

    /// The body of a client's hello; `cookie` makes it DTLS.
    static func clientHello(
        version: Int = 0x0303, _ suites: [UInt16], _ extensions: [UInt8]? = nil, session: [UInt8] = [],
        cookie: [UInt8]? = nil
    ) -> [UInt8] {
        var body = number(version, 2) + [UInt8](repeating: 7, count: 32) + vector(session, 1)
        if let cookie { body += vector(cookie, 1) }
        body += vector(list(suites), 2) + [1, 0]
        if let extensions { body += vector(extensions, 2) }
        return body
    }

    /// The body of a server's hello.
    static func serverHello(
        version: Int = 0x0303, _ suite: Int, _ extensions: [UInt8]? = nil, session: [UInt8] = [],
        random: [UInt8] = [UInt8](repeating: 8, count: 32)
    ) -> [UInt8] {
        var body = number(version, 2) + random + vector(session, 1) + number(suite, 2) + [0]
        if let extensions { body += vector(extensions, 2) }
        return body
    }

    /// The hello of a browser whose JA4 is published: t13d1516h2_8daaf6152771_e5627efa2ab1. GREASE is strewn in.
    static func browserHello(_ name: String = "example.com", alpn: [String] = ["h2", "http/1.1"]) -> [UInt8] {
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
    static func certificates(_ chain: [[UInt8]]) -> [UInt8] {
        vector(chain.flatMap { vector($0, 3) }, 3)
    }

    // MARK: Certificates

    /// A node of DER.
    static func der(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let width = content.count < 0x80 ? 0 : content.count < 0x100 ? 1 : content.count < 0x1_0000 ? 2 : 3
        let length =
            width == 0 ? [UInt8(content.count)] : [0x80 | UInt8(width)] + number(content.count, width)
        return [tag] + length + content
    }

    /// A name of attributes: the last byte of their type in X.520, a string tag and bytes.
    static func name(_ attributes: [(UInt8, UInt8, [UInt8])]) -> [UInt8] {
        der(0x30, attributes.flatMap { der(0x31, der(0x30, der(6, [0x55, 4, $0.0]) + der($0.1, $0.2))) })
    }

    static func common(_ text: String) -> [UInt8] {
        name([(6, 0x13, Array("VN".utf8)), (3, 0x0c, Array(text.utf8))])
    }

    /// A certificate with alternative names, each a tag and bytes.
    static func certificate(
        subject: [UInt8] = common("server"), issuer: [UInt8] = common("authority"),
        names: [(UInt8, [UInt8])] = [],
        from: [UInt8] = der(0x17, Array("200101000000Z".utf8)),
        to: [UInt8] = der(0x18, Array("20510203040506Z".utf8)), padding: Int = 0
    ) -> [UInt8] {
        let algorithm = der(0x30, der(6, [0x2a, 3]))
        let list = der(0x30, names.flatMap { der($0.0, $0.1) })
        let extensions =
            der(0x30, der(6, [0x55, 0x1d, 0x13]) + der(4, [UInt8](repeating: 0, count: padding)))
            + der(0x30, der(6, [0x55, 0x1d, 0x11]) + der(1, [0xff]) + der(4, list))
        let start = der(0xa0, der(2, [2])) + der(2, [0x00, 0xab, 0x12]) + algorithm + issuer
        let rest = der(0x30, from + to) + subject + der(0x30, algorithm + der(3, [0, 1, 2]))
        let body = start + rest + der(0xa3, der(0x30, extensions))
        return der(0x30, der(0x30, body) + algorithm + der(3, [0, 9]))
    }
}
