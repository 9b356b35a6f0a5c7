// VXLAN (RFC 7348) and its generic protocol extension (draft-ietf-nvo3-vxlan-gpe): a frame or packet in UDP.
extension Descent {
    private enum Field {
        static let flags = 0
        static let nextProtocol = 3
        static let length = 8
    }

    private enum Flag {
        static let hasIdentifier: UInt8 = 0x08
        static let hasProtocol: UInt8 = 0x04
        static let version: UInt8 = 0x30
    }

    mutating func vxlan(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length), bytes[at + Field.flags] & Flag.hasIdentifier != 0 else { return .packet }
        at += Field.length
        return enter(.ethernet)
    }

    mutating func vxlanGPE(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length) else { return .packet }
        let header = bytes.extracting(at..<(at + Field.length))
        let flags = header[Field.flags]
        guard flags & Flag.hasIdentifier != 0 && flags & Flag.version == 0 else { return .packet }
        var inner = Layer.ethernet
        if flags & Flag.hasProtocol != 0 {
            inner = Self.layer(ofServiceProtocol: header[Field.nextProtocol])
            if case .notIP = inner { return .packet }
        }
        at += Field.length
        return enter(inner)
    }
}
