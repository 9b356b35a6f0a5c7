import NetTypes

/// Tells protocols from a flow's first datagram: what it looks like, and where that says little, the port as well.
enum DatagramSignature {
    /// The protocol of a datagram between two ports; nil when it is none that is known.
    static func application(_ bytes: Span<UInt8>, _ client: UInt16, _ server: UInt16) -> ApplicationProtocol?
    {
        if isDTLS(bytes) { return .tls }
        if isQUIC(bytes) { return .quic }
        if isNFS(bytes) { return .nfs }
        if server == 69, isTransferRequest(bytes) { return .tftp }
        // NetBIOS names come in messages that look like DNS (RFC 1002 section 4.2), but are none.
        if client == 137 || server == 137 { return nil }
        if isName(bytes, isUsual: [53, 5353, 5355].contains(server) || [53, 5353].contains(client)) {
            return .dns
        }
        return nil
    }

    /// A handshake record of DTLS 1.0 to 1.2 with a hello (RFC 6347 section 4.1); 1.3 begins with one as well.
    private static func isDTLS(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 14, bytes[0] == 0x16, bytes[1] == 0xfe else { return false }
        return (bytes[2] == 0xff || bytes[2] == 0xfd) && bytes[13] <= 3
    }

    /// A long header with the fixed bit and a version that is in use (RFC 9000 section 17.2).
    private static func isQUIC(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 7, bytes[0] & 0xc0 == 0xc0, bytes[5] <= 20 else { return false }
        let version = Signature.word(bytes, 1)
        return version == 1 || version == 0x6b33_43cf || version & 0xffff_ff00 == 0xff00_0000
            || version & 0xf0ff_ffff == 0x5030_3530 || version & 0xff00_0000 == 0x5100_0000
    }

    private static func isNFS(_ bytes: Span<UInt8>) -> Bool {
        bytes.count >= 24 && Signature.word(bytes, 4) == 0 && Signature.word(bytes, 8) == 2
            && Signature.word(bytes, 12) == 100_003
    }

    /// A read or write request: an opcode, a name and a mode that end with zeros (RFC 1350 section 5).
    private static func isTransferRequest(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 6, bytes[0] == 0, bytes[1] == 1 || bytes[1] == 2 else { return false }
        return bytes[bytes.count - 1] == 0
    }

    /// A DNS header (RFC 1035 section 4.1.1) that makes sense; on another port it must make more.
    static func isName(_ bytes: Span<UInt8>, isUsual: Bool) -> Bool {
        guard bytes.count >= 12 else { return false }
        let flags = UInt16(bytes[2]) << 8 | UInt16(bytes[3])
        let opcode = flags >> 11 & 0xf
        let questions = Int(bytes[4]) << 8 | Int(bytes[5])
        if isUsual { return opcode <= 6 }
        let others = (3...5).map { Int(bytes[2 * $0]) << 8 | Int(bytes[2 * $0 + 1]) }
        let isQuery = flags & 0x8000 == 0
        // A name's first label, or the root.
        guard bytes.count >= 17, bytes[12] <= 63, 12 + Int(bytes[12]) < bytes.count else { return false }
        return questions == 1 && (opcode == 0 || opcode == 4 || opcode == 5) && flags & 0x0040 == 0
            && others.allSatisfy { $0 <= 64 } && (!isQuery || others[0] == 0)
    }
}
