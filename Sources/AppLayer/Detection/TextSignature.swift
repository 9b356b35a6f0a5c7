import NetTypes

/// Tells protocols whose commands and greetings are lines of text.
enum TextSignature {
    /// Bytes of a first line that are waited for.
    private static let longestWord = 24

    /// What a client's first line says.
    static func client(_ bytes: Span<UInt8>) -> Guess {
        guard let word = word(bytes, from: 0) else { return bytes.count <= longestWord ? .unsure : .none }
        switch word.text {
        case "GET", "POST", "HEAD", "PUT", "OPTIONS", "DELETE", "TRACE", "CONNECT", "PATCH", "PROPFIND",
            "PROPPATCH", "MKCOL", "MOVE", "COPY", "LOCK", "UNLOCK", "REPORT", "SEARCH", "NOTIFY", "M-SEARCH":
            return .known(.http)
        case "EHLO", "HELO", "MAIL", "RCPT", "DATA", "BDAT": return .known(.smtp)
        case "APOP", "CAPA", "STLS", "UIDL", "TOP": return .known(.pop3)
        case "PASV", "EPSV", "EPRT", "PORT", "CWD", "SYST", "FEAT", "RNFR", "STOR": return .known(.ftp)
        case "USER", "PASS", "QUIT", "LIST", "RETR", "DELE", "STAT": return .shared([.ftp, .pop3])
        case "AUTH", "NOOP", "RSET", "HELP": return .shared([.smtp, .ftp, .pop3])
        default: return other(bytes, after: word)
        }
    }

    /// An IMAP command behind its tag, or a request with a method that is not in the list.
    private static func other(_ bytes: Span<UInt8>, after first: (text: String, end: Int)) -> Guess {
        if let second = word(bytes, from: first.end + 1) {
            switch second.text {
            case "CAPABILITY", "LOGIN", "AUTHENTICATE", "SELECT", "EXAMINE", "STARTTLS", "ID", "UID", "FETCH",
                "APPEND", "IDLE", "ENABLE", "NAMESPACE":
                return .known(.imap)
            default: break
            }
        } else if bytes.count <= first.end + 1 + longestWord {
            return .unsure
        }
        return request(bytes)
    }

    /// A first line that ends with HTTP's version is HTTP, whatever the method.
    private static func request(_ bytes: Span<UInt8>) -> Guess {
        for index in 0..<bytes.count where bytes[index] == 0x0a {
            let end = index > 0 && bytes[index - 1] == 0x0d ? index - 1 : index
            guard end >= 8 else { return .none }
            let version = bytes.extracting((end - 8)..<end)
            return Signature.prefix(version, "HTTP/1.0") == .yes
                || Signature.prefix(version, "HTTP/1.1") == .yes
                || Signature.prefix(version, "HTTP/0.9") == .yes ? .known(.http) : .none
        }
        return isText(bytes) ? .unsure : .none
    }

    /// What a server's greeting says.
    static func server(_ bytes: Span<UInt8>) -> Guess {
        let greetings: [(StaticString, Guess)] = [
            ("* OK", .known(.imap)), ("* PREAUTH", .known(.imap)), ("* BYE", .known(.imap)),
            ("+OK", .known(.pop3)),
        ]
        var isPartly = false
        for (text, guess) in greetings {
            switch Signature.prefix(bytes, text) {
            case .yes: return guess
            case .partly: isPartly = true
            case .no: break
            }
        }
        switch (Signature.prefix(bytes, "220 "), Signature.prefix(bytes, "220-")) {
        case (.yes, _), (_, .yes): return greeting(bytes)
        case (.partly, _), (_, .partly): return .unsure
        default: return isPartly ? .unsure : .none
        }
    }

    /// A greeting with code 220 often names its protocol in the first line.
    private static func greeting(_ bytes: Span<UInt8>) -> Guess {
        for index in 0..<bytes.count {
            let rest = bytes.extracting(droppingFirst: index)
            if says(rest, "SMTP") { return .known(.smtp) }
            if says(rest, "FTP") { return .known(.ftp) }
            if bytes[index] == 0x0a { return .shared([.smtp, .ftp]) }
        }
        return .unsure
    }

    private static func says(_ bytes: Span<UInt8>, _ word: StaticString) -> Bool {
        let wanted = "\(word)".utf8
        guard bytes.count >= wanted.count else { return false }
        var index = 0
        for byte in wanted {
            // Letters differ from their capitals in one bit.
            if bytes[index] & 0xdf != byte { return false }
            index += 1
        }
        return true
    }

    /// The word at a position, in capitals, and where it ends; nil when no blank or line end follows it yet, or it is
    /// no word.
    private static func word(_ bytes: Span<UInt8>, from start: Int) -> (text: String, end: Int)? {
        var text = ""
        var index = start
        while index < bytes.count, index - start <= longestWord {
            let byte = bytes[index]
            if byte == 0x20 || byte == 0x0d || byte == 0x0a { return text.isEmpty ? nil : (text, index) }
            guard byte > 0x20, byte < 0x7f else { return nil }
            let isSmall = byte >= 0x61 && byte <= 0x7a
            text.unicodeScalars.append(Unicode.Scalar(isSmall ? byte - 0x20 : byte))
            index += 1
        }
        return nil
    }

    private static func isText(_ bytes: Span<UInt8>) -> Bool {
        for index in 0..<bytes.count where bytes[index] < 0x09 || bytes[index] == 0x7f { return false }
        return true
    }
}
