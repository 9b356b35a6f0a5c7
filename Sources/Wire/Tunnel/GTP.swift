// GTP-U, version 1 (3GPP TS 29.281): user packets of a mobile network, in UDP.
extension Descent {
    private enum Field {
        static let flags = 0
        static let message = 1
        static let payloadLength = 2
        static let length = 8
        static let optionalLength = 4
        /// Where the optional part, and each extension header, names the extension after it: its last byte.
        static let nextExtension = 3
    }

    private enum Flag {
        static let versionAndProtocol: UInt8 = 0xf0
        static let versionOneUser: UInt8 = 0x30
        static let extensionHeader: UInt8 = 0x04
        static let optionalPart: UInt8 = 0x07
    }

    private static let userPacket: UInt8 = 0xff

    mutating func gtp(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length) else { return .packet }
        let header = bytes.extracting(at..<(at + Field.length))
        let flags = header[Field.flags]
        // The lowest of the four bits is reserved and ignored.
        guard flags & Flag.versionAndProtocol == Flag.versionOneUser,
            header[Field.message] == Self.userPacket
        else { return .packet }
        at += Field.length
        guard narrow(to: Int(header.uint16(Field.payloadLength))) else { return stayOutside() }
        if flags & Flag.optionalPart != 0 {
            guard holds(Field.optionalLength) else { return stayOutside() }
            let hasExtension = flags & Flag.extensionHeader != 0
            var next = hasExtension ? bytes[at + Field.nextExtension] : 0
            at += Field.optionalLength
            while next != 0 {
                guard let after = skipExtension(bytes) else { return stayOutside() }
                next = after
            }
        }
        return enter(.ip)
    }

    /// Moves behind an extension header, whose first byte is its length in words, and gives the kind of the
    /// next.
    private mutating func skipExtension(_ bytes: Span<UInt8>) -> UInt8? {
        guard holds(1), case let length = Int(bytes[at]) * 4, length > 0, holds(length) else { return nil }
        at += length
        return bytes[at - 1]
    }
}
