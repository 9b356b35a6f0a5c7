import NetTypes

/// Tells protocols from first bytes. Every function is total and looks at no more than it is given.
enum Signature {
    /// The first bytes that a client sends.
    static func client(_ bytes: Span<UInt8>) -> Guess {
        if bytes.isEmpty { return .unsure }
        if let guess = binary(bytes) { return guess }
        switch (prefix(bytes, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), prefix(bytes, "SSH-")) {
        case (.yes, _): return .known(.http2)
        case (_, .yes): return .known(.ssh)
        case (.partly, _) where bytes.count < 24, (_, .partly): return .unsure
        default: return bytes[0] == 0 ? behindProbe(bytes) : TextSignature.client(bytes)
        }
    }

    /// A request behind the one zero that a keep-alive probe carries (RFC 9293 section 3.8.4): what a capture that
    /// begins in the midst of a connection may have first.
    private static func behindProbe(_ bytes: Span<UInt8>) -> Guess {
        switch TextSignature.client(bytes.extracting(droppingFirst: 1)) {
        case .unsure: .unsure
        case .known(.http): .known(.http)
        case .known, .shared, .none: .none
        }
    }

    /// The first bytes that a server sends.
    static func server(_ bytes: Span<UInt8>) -> Guess {
        if bytes.isEmpty { return .unsure }
        if let guess = binary(bytes) { return guess }
        switch (prefix(bytes, "SSH-"), prefix(bytes, "HTTP/1.")) {
        case (.yes, _): return .known(.ssh)
        case (_, .yes): return .known(.http)
        case (.partly, _), (_, .partly): return .unsure
        default: return TextSignature.server(bytes)
        }
    }

    /// How far bytes agree with a text.
    enum Agreement {
        case yes, partly, no
    }

    /// Compares the beginning; letters must have the same case.
    static func prefix(_ bytes: Span<UInt8>, _ text: StaticString) -> Agreement {
        let wanted = "\(text)".utf8
        var index = 0
        for byte in wanted {
            guard index < bytes.count else { return .partly }
            if bytes[index] != byte { return .no }
            index += 1
        }
        return .yes
    }

    /// Protocols with binary framing; nil when it is none of them.
    private static func binary(_ bytes: Span<UInt8>) -> Guess? {
        for guess in [tls(bytes), smb(bytes), rpc(bytes), http2(bytes)] {
            if let guess { return guess }
        }
        return nil
    }

    /// A handshake record (RFC 8446 section 5.1) with a hello in it, or SSL 2's ClientHello (RFC 5246 appendix E.2).
    private static func tls(_ bytes: Span<UInt8>) -> Guess? {
        if bytes[0] == 0x16 {
            guard bytes.count >= 6 else {
                return bytes.count < 2 || bytes[1] == 3 ? .unsure : nil
            }
            let isHello = bytes[5] == 1 || bytes[5] == 2
            return bytes[1] == 3 && bytes[2] <= 4 && isHello ? .known(.tls) : nil
        }
        guard bytes[0] & 0x80 != 0 else { return nil }
        guard bytes.count >= 5 else { return bytes.count < 3 || bytes[2] == 1 ? .unsure : nil }
        let isVersion = bytes[3] == 3 && bytes[4] <= 4 || bytes[3] == 0 && bytes[4] == 2
        return bytes[2] == 1 && isVersion ? .known(.tls) : nil
    }

    /// SMB behind a NetBIOS session header (RFC 1002 section 4.3), or the session request before it.
    private static func smb(_ bytes: Span<UInt8>) -> Guess? {
        guard bytes[0] == 0 || bytes[0] == 0x81 || bytes[0] == 0x82 else { return nil }
        if bytes[0] == 0x82 {
            guard bytes.count >= 4 else { return .unsure }
            return bytes[1] | bytes[2] | bytes[3] == 0 ? .known(.smb) : nil
        }
        if bytes[0] == 0x81 {
            guard bytes.count >= 5 else { return .unsure }
            return bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0x44 && bytes[4] == 0x20 ? .known(.smb) : nil
        }
        guard bytes.count >= 8 else {
            // What DNS over TCP and RPC begin with looks alike for a while.
            return .unsure
        }
        let isMark = (0xfc...0xff).contains(bytes[4])
        return isMark && bytes[5] == 0x53 && bytes[6] == 0x4d && bytes[7] == 0x42 ? .known(.smb) : nil
    }

    /// A call or reply of ONC RPC behind a record mark (RFC 5531 section 11). Replies do not name the program.
    private static func rpc(_ bytes: Span<UInt8>) -> Guess? {
        guard bytes[0] == 0x80 else { return nil }
        guard bytes.count >= 20 else { return .unsure }
        let isCall = word(bytes, 8) == 0 && word(bytes, 12) == 2
        return isCall && word(bytes, 16) == 100_003 ? .known(.nfs) : nil
    }

    /// A server's SETTINGS frame, which HTTP/2 begins with (RFC 9113 section 3.4).
    private static func http2(_ bytes: Span<UInt8>) -> Guess? {
        guard bytes.count >= 9, bytes[0] == 0, bytes[3] == 4, bytes[4] & 0xfe == 0 else { return nil }
        let length = Int(bytes[1]) << 8 | Int(bytes[2])
        return length % 6 == 0 && length <= 120 && word(bytes, 5) == 0 ? .known(.http2) : nil
    }

    static func word(_ bytes: Span<UInt8>, _ at: Int) -> UInt32 {
        guard at >= 0, at <= bytes.count - 4 else { return 0 }
        return UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8
            | UInt32(bytes[at + 3])
    }
}
