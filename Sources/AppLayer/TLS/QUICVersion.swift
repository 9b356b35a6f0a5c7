import NetTypes

/// A version of QUIC whose first packets can be read.
enum QUICVersion: Equatable {
    /// RFC 9000; and drafts 33 and 34, which differ from it in the number only.
    case one(draft: UInt32?)
    /// RFC 9369.
    case two
    /// Drafts 23 to 32.
    case draft(UInt32)

    /// From the number on the wire; nil for the others.
    init?(_ number: UInt32) {
        switch number {
        case 1: self = .one(draft: nil)
        case 0x6b33_43cf: self = .two
        case 0xff00_0021, 0xff00_0022: self = .one(draft: number & 0xff)
        case 0xff00_0017...0xff00_0020: self = .draft(number & 0xff)
        default: return nil
        }
    }

    /// As the event log has it: the number on the wire in hexadecimal, but for version 2.
    var name: String {
        switch self {
        case .one(nil): "1"
        case .two: "v2"
        case .one(.some(let draft)), .draft(let draft):
            "ff0000" + [UInt8(truncatingIfNeeded: draft)].hexadecimal
        }
    }

    /// The two bits of the first byte that make a long header that of an Initial packet.
    var initialType: UInt8 { self == .two ? 1 : 0 }

    /// The two bits of a Retry packet, which has no length.
    var retryType: UInt8 { self == .two ? 0 : 3 }

    /// What the labels of key derivation begin with.
    var label: String { self == .two ? "quicv2" : "quic" }

    /// What the first secret is extracted with (RFC 9001 section 5.2, RFC 9369 section 3.3.1).
    var salt: [UInt8] {
        switch self {
        case .one:
            [
                0x38, 0x76, 0x2c, 0xf7, 0xf5, 0x59, 0x34, 0xb3, 0x4d, 0x17, 0x9a, 0xe6, 0xa4, 0xc8, 0x0c,
                0xad, 0xcc,
                0xbb, 0x7f, 0x0a,
            ]
        case .two:
            [
                0x0d, 0xed, 0xe3, 0xde, 0xf7, 0x00, 0xa6, 0xdb, 0x81, 0x93, 0x81, 0xbe, 0x6e, 0x26, 0x9d,
                0xcb, 0xf9,
                0xbd, 0x2e, 0xd9,
            ]
        case .draft(29...):
            [
                0xaf, 0xbf, 0xec, 0x28, 0x99, 0x93, 0xd2, 0x4c, 0x9e, 0x97, 0x86, 0xf1, 0x9c, 0x61, 0x11,
                0xe0, 0x43,
                0x90, 0xa8, 0x99,
            ]
        case .draft:
            [
                0xc3, 0xee, 0xf7, 0x12, 0xc7, 0x2e, 0xbb, 0x5a, 0x11, 0xa7, 0xd2, 0x43, 0x2b, 0xb4, 0x63,
                0x65, 0xbe,
                0xf9, 0xf5, 0x02,
            ]
        }
    }
}
