/// The mark of a literal at the end of a line (RFC 9051 section 4.3, RFC 7888): `{12}`, `{12+}`, `{12-}`, `~{12}`.
struct IMAPLiteral {
    /// Bytes that follow the line.
    let size: UInt64
    /// True when they follow whatever the server says.
    let isPrompt: Bool
    /// What is on the line before it.
    let before: ArraySlice<UInt8>

    /// The literal that a line ends with; nil without one.
    init?(_ line: [UInt8]) {
        guard line.last == 0x7D, let open = line.lastIndex(of: 0x7B) else { return nil }
        var digits = line[(open + 1)..<(line.count - 1)]
        isPrompt = digits.last == 0x2B || digits.last == 0x2D
        if isPrompt { digits = digits.dropLast() }
        guard let size = MailText.number(digits) else { return nil }
        self.size = size
        var before = line[..<open]
        if before.last == 0x7E { before = before.dropLast() }
        self.before = before
    }
}
