import NetTypes

/// A protocol version as the wire has it: TLS, its drafts, SSL, and DTLS, whose numbers count down.
struct HandshakeVersion: Equatable {
    let rawValue: UInt16

    static let tls12 = HandshakeVersion(rawValue: 0x0303)

    /// True for DTLS 1.0 to 1.3 (RFC 9147 section 5.1).
    var isDatagram: Bool { rawValue >> 8 == 0xfe }

    /// True from TLS 1.3 and DTLS 1.3 on, where certificates are encrypted.
    var isTLS13: Bool { rawValue == 0x0304 || rawValue == 0xfefc || draft != nil }

    /// The number of a draft of TLS 1.3.
    var draft: Int? { rawValue >> 8 == 0x7f ? Int(rawValue & 0xff) : nil }

    /// As the event log has it: the first version of TLS has a spelling of its own there.
    var name: String {
        switch rawValue {
        case 0x0002, 0x0200: "SSLv2"
        case 0x0300: "SSLv3"
        case 0x0301: "TLSv1"
        case 0x0302: "TLS 1.1"
        case 0x0303: "TLS 1.2"
        case 0x0304: "TLS 1.3"
        case 0xfeff: "DTLS 1.0"
        case 0xfefd: "DTLS 1.2"
        case 0xfefc: "DTLS 1.3"
        default:
            draft.map { "TLS 1.3 draft-\($0)" } ?? "0x"
                + [UInt8(rawValue >> 8), UInt8(rawValue & 0xff)].hexadecimal
        }
    }

    /// As JA4 has it.
    var ja4: String {
        switch rawValue {
        case 0x0002, 0x0200: "s2"
        case 0x0300: "s3"
        case 0x0301: "10"
        case 0x0302: "11"
        case 0x0303: "12"
        case 0x0304: "13"
        case 0xfeff: "d1"
        case 0xfefd: "d2"
        case 0xfefc: "d3"
        default: "00"
        }
    }

    /// True for the values that clients send to keep servers tolerant (GREASE, RFC 8701); in versions, cipher
    /// suites, extensions, groups and signature algorithms alike.
    static func isGREASE(_ value: UInt16) -> Bool {
        value & 0x0f0f == 0x0a0a && value >> 8 == value & 0xff
    }
}
