// Logical link control (IEEE 802.2), with the SNAP extension that carries EtherTypes (RFC 1042).
extension Descent {
    private enum Field {
        static let destinationPoint = 0
        static let sourcePoint = 1
        static let control = 2
        static let length = 3
        static let snapOrganisation = 3
        static let snapType = 6
        static let snapLength = 8
    }

    private enum AccessPoint {
        static let ip: UInt8 = 0x06
        static let snap: UInt8 = 0xaa
    }

    /// Organisation codes under which the protocol is an EtherType.
    private enum Organisation {
        static let rfc1042: UInt32 = 0x000000
        static let bridgeTunnel: UInt32 = 0x0000f8
    }

    /// Unnumbered information, the only control value that carries datagrams.
    private static let unnumbered: UInt8 = 0x03
    mutating func llc(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length) else { return cut() }
        let header = bytes.extracting(at..<(at + Field.length))
        let point = header[Field.destinationPoint]
        guard point == header[Field.sourcePoint] && header[Field.control] == Self.unnumbered else {
            return .notIP
        }
        switch point {
        case AccessPoint.ip:
            at += Field.length
            return .ip
        case AccessPoint.snap:
            return snap(bytes)
        default:
            return .notIP
        }
    }

    private mutating func snap(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.snapLength) else { return cut() }
        let header = bytes.extracting(at..<(at + Field.snapLength))
        let organisation = header.uint32(Field.snapOrganisation) >> 8
        guard organisation == Organisation.rfc1042 || organisation == Organisation.bridgeTunnel else {
            return .notIP
        }
        at += Field.snapLength
        return EtherType.layer(of: header.uint16(Field.snapType))
    }
}
