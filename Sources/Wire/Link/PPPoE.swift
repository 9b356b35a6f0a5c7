import NetTypes

// PPP over Ethernet, session stage (RFC 2516).
extension Descent {
    private enum Field {
        static let versionAndType = 0
        static let code = 1
        static let payloadLength = 4
        static let length = 6
    }

    private static let versionAndType: UInt8 = 0x11
    private static let session: UInt8 = 0

    mutating func pppoe(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length) else { return cut() }
        let header = bytes.extracting(at..<(at + Field.length))
        guard header[Field.versionAndType] == Self.versionAndType else { return .broken(.tunnelHeader) }
        guard header[Field.code] == Self.session else { return .notIP }
        at += Field.length
        // A length that the frame does not have bounds nothing; IP has lengths of its own.
        _ = narrow(to: Int(header.uint16(Field.payloadLength)))
        return .ppp
    }
}
