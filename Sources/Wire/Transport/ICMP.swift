import NetTypes

// ICMP (RFC 792) and ICMPv6 (RFC 4443). The packet that an error message quotes is payload and is not
// decoded.
extension Descent {
    private enum Field {
        static let type = 0
        static let code = 1
        static let length = 4
    }

    mutating func icmp(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length) else { return cut() }
        verifyChecksum(bytes, beside: 0)
        let type = bytes[at + Field.type]
        return message(type, code: bytes[at + Field.code], counterpart: Self.counterpart(ofICMP: type))
    }

    mutating func icmpv6(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length) else { return cut() }
        verifyChecksum(bytes, of: .icmpv6)
        let type = bytes[at + Field.type]
        return message(type, code: bytes[at + Field.code], counterpart: Self.counterpart(ofICMPv6: type))
    }

    private mutating func message(_ type: UInt8, code: UInt8, counterpart: UInt8?) -> Layer {
        packet.sourcePort = UInt16(type)
        packet.destinationPort = UInt16(counterpart ?? code)
        packet.isOneWay = counterpart == nil
        at += Field.length
        setPayload()
        return .packet
    }

    /// The message that answers, or is answered by, one of type `type`, as Community ID pairs them.
    static func counterpart(ofICMP type: UInt8) -> UInt8? {
        switch type {
        case 8: 0  // Echo
        case 0: 8
        case 13: 14  // Timestamp
        case 14: 13
        case 15: 16  // Information
        case 16: 15
        case 17: 18  // Address mask
        case 18: 17
        case 10: 9  // Router
        case 9: 10
        default: nil
        }
    }

    /// The same for ICMPv6.
    static func counterpart(ofICMPv6 type: UInt8) -> UInt8? {
        switch type {
        case 128: 129  // Echo
        case 129: 128
        case 133: 134  // Router
        case 134: 133
        case 135: 136  // Neighbour
        case 136: 135
        case 130: 131  // Multicast listener
        case 131: 130
        case 144: 145  // Home agent address
        case 145: 144
        case 139: 140  // Node information
        case 140: 139
        default: nil
        }
    }
}
