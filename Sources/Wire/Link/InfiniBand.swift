// IP over InfiniBand (link type 242): a 40-byte global route header, then the four bytes of RFC 4391.
extension Descent {
    private enum Field {
        static let type = 40
        static let length = 44
    }

    mutating func infiniBand(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length) else { return cut() }
        let type = bytes.extracting(at..<(at + Field.length)).uint16(Field.type)
        at += Field.length
        return EtherType.layer(of: type)
    }
}
