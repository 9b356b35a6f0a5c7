/// A record of DTLS (RFC 6347 section 4.1, RFC 9147 section 4) at the start of bytes.
enum DTLSRecord {
    /// In the clear: epoch 0.
    case plain(type: UInt8, content: ArraySlice<UInt8>)
    /// Encrypted, and so is what is behind it in its datagram.
    case encrypted
    /// Another protocol's, by its first byte (RFC 7983): calls have STUN and SRTP on the same ports.
    case foreign(UInt8)
    /// None.
    case malformed

    private static let connectionID: UInt8 = 25  // RFC 9146 section 4: encrypted, with a header of its own.

    /// Takes one off the front.
    static func next(_ input: inout ArraySlice<UInt8>) -> DTLSRecord {
        guard let first = input.first else { return .malformed }
        guard (20...63).contains(first) else { return .foreign(first) }
        // The short header of DTLS 1.3 begins with the bits 001.
        if first >> 5 == 1 || first == connectionID { return .encrypted }
        var reader = HandshakeReader(input)
        guard let type = reader.number(1), (20...26).contains(type), let version = reader.uint16(),
            version >> 8 == 0xfe || version == 0x0100, let epoch = reader.uint16(), reader.take(6) != nil
        else { return .malformed }
        guard epoch == 0 else { return .encrypted }
        guard let content = reader.vector(2) else { return .malformed }
        input = reader.rest
        return .plain(type: UInt8(truncatingIfNeeded: type), content: content)
    }
}
