/// A data item of a FETCH response whose value is a literal (RFC 9051 section 7.5.2): `BODY[1.2]<0>`, `RFC822`.
struct IMAPItem {
    /// Its name in upper case, without the origin of a partial fetch.
    let name: String
    /// Where a partial fetch begins; nil when it is not one.
    let origin: UInt64?
    /// How much of a mail it is; nil when it is not one.
    let section: MailTransfer.Section?

    /// The item at the end of a text.
    init(endOf text: some BidirectionalCollection<UInt8>) {
        var rest = MailText.trimmed(text)[...]
        var origin: UInt64?
        if rest.last == 0x3E, let open = rest.lastIndex(of: 0x3C) {
            origin = MailText.number(rest[(open + 1)...].dropLast())
            rest = rest[..<open]
        }
        // Blanks inside brackets belong to the item.
        let bracket = rest.last == 0x5D ? rest.lastIndex(of: 0x5B) ?? rest.startIndex : rest.endIndex
        let start = rest[..<bracket].lastIndex { $0 == 0x20 || $0 == 0x28 }.map { $0 + 1 } ?? rest.startIndex
        name = MailText.uppercase(rest[start...])
        self.origin = origin
        section = Self.section(name)
    }

    private static func section(_ name: String) -> MailTransfer.Section? {
        switch name {
        case "RFC822", "BODY[]", "BODY.PEEK[]", "BINARY[]": return .whole
        case "RFC822.HEADER": return .headers
        case "RFC822.TEXT": return .text
        default: break
        }
        guard name.hasPrefix("BODY[") || name.hasPrefix("BINARY[") else { return nil }
        let inside = name.drop { $0 != "[" }.dropFirst()
        if inside.hasPrefix("HEADER") { return .headers }
        if inside.hasPrefix("TEXT") { return .text }
        // A part's number, perhaps with what of it: its own headers are not worth an object.
        let word = inside.drop { $0 == "." || $0.isNumber }
        if word.hasPrefix("TEXT") { return .text }
        return word == "]" ? .part : nil
    }
}
