// Cisco HDLC: address, control, and an EtherType (RFC 1547 section 4.3.1).
extension Descent {
    private enum Field {
        static let type = 2
        static let length = 4
    }

    mutating func ciscoHDLC(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length) else { return cut() }
        let type = bytes.extracting(at..<(at + Field.length)).uint16(Field.type)
        at += Field.length
        return EtherType.layer(of: type)
    }
}
