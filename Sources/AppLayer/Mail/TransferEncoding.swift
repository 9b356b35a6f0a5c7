/// How the bytes of a part are encoded (RFC 2045 section 6).
enum TransferEncoding: Equatable {
    /// As they are: 7bit, 8bit, binary, and anything that is not known.
    case identity
    case base64
    case quotedPrintable
    case uuencode
    case yenc

    /// What a Content-Transfer-Encoding says. Only its first word counts, as readers of mail have it.
    init(_ field: [UInt8]?) {
        let separators: [UInt8] = [0x20, 0x09, 0x3B, 0x28]
        let word = (field ?? []).drop { separators.contains($0) }.prefix { !separators.contains($0) }
        switch MailText.lowercase(word) {
        case "base64": self = .base64
        case "quoted-printable": self = .quotedPrintable
        case "uuencode", "x-uuencode", "x-uue", "uue": self = .uuencode
        case "yenc", "x-yenc": self = .yenc
        default: self = .identity
        }
    }
}
