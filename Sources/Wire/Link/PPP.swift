// The point-to-point protocol (RFC 1661), with or without the address and control bytes of HDLC-like framing
// (RFC 1662), the protocol in two bytes or compressed to one.
extension Descent {
    private enum Field {
        static let address = 0
        static let control = 1
        static let addressAndControl = 2
        static let protocolLength = 2
    }

    private enum Address {
        static let allStations: UInt8 = 0xff
        static let ciscoUnicast: UInt8 = 0x0f
        static let ciscoMulticast: UInt8 = 0x8f
    }

    private enum Number {
        static let ipv4: UInt16 = 0x0021
        static let ipv6: UInt16 = 0x0057
        static let mpls: UInt16 = 0x0281
        static let mplsMulticast: UInt16 = 0x0283
    }

    private static let unnumbered: UInt8 = 0x03

    mutating func ppp(_ bytes: Span<UInt8>) -> Layer {
        if holds(Field.addressAndControl) && bytes[at + Field.address] == Address.allStations
            && bytes[at + Field.control] == Self.unnumbered
        {
            at += Field.addressAndControl
        }
        guard holds(1) else { return cut() }
        var number = UInt16(bytes[at])
        if number & 1 == 1 {
            // An odd first byte is the whole number: the upper byte of an uncompressed one is even.
            at += 1
        } else {
            guard holds(Field.protocolLength) else { return cut() }
            number = bytes.uint16(at)
            at += Field.protocolLength
        }
        switch number {
        case Number.ipv4: return .ipv4
        case Number.ipv6: return .ipv6
        case Number.mpls, Number.mplsMulticast: return .mpls
        default: return .notIP
        }
    }

    /// Link type 50 stands for PPP and for Cisco HDLC; the address byte tells.
    mutating func pppHDLC(_ bytes: Span<UInt8>) -> Layer {
        guard holds(1) else { return cut() }
        let address = bytes[at + Field.address]
        return address == Address.ciscoUnicast || address == Address.ciscoMulticast ? .ciscoHDLC : .ppp
    }
}
