import NetTypes

// The network service header (RFC 8300): a path number in front of a packet or frame.
extension Descent {
    private enum Field {
        static let versionAndLength = 0
        static let nextProtocol = 3
        static let fixedLength = 8
    }

    private enum Next {
        static let ipv4: UInt8 = 1
        static let ipv6: UInt8 = 2
        static let ethernet: UInt8 = 3
        static let nsh: UInt8 = 4
        static let mpls: UInt8 = 5
    }

    mutating func nsh(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.fixedLength) else { return cut() }
        let header = bytes.extracting(at..<(at + Field.fixedLength))
        let first = header.uint16(Field.versionAndLength)
        let length = Int(first & 0x3f) * 4
        guard first >> 14 == 0 && length >= Field.fixedLength else { return .broken(.tunnelHeader) }
        guard holds(length) else { return cut() }
        at += length
        return Self.layer(ofServiceProtocol: header[Field.nextProtocol])
    }

    /// What the protocol numbers of NSH, which VXLAN-GPE shares, stand for.
    static func layer(ofServiceProtocol number: UInt8) -> Layer {
        switch number {
        case Next.ipv4: .ipv4
        case Next.ipv6: .ipv6
        case Next.ethernet: .ethernet
        case Next.nsh: .nsh
        case Next.mpls: .mpls
        default: .notIP
        }
    }
}
