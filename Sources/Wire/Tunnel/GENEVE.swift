// GENEVE (RFC 8926): options of variable length and an EtherType, in UDP.
extension Descent {
    private enum Field {
        static let versionAndLength = 0
        static let type = 2
        static let length = 8
    }

    mutating func geneve(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length) else { return .packet }
        let header = bytes.extracting(at..<(at + Field.length))
        let first = header[Field.versionAndLength]
        let length = Field.length + Int(first & 0x3f) * 4
        let inner = EtherType.layer(of: header.uint16(Field.type))
        guard first >> 6 == 0 && holds(length) else { return .packet }
        if case .notIP = inner { return .packet }
        at += length
        return enter(inner)
    }
}
