import NetTypes

extension JSONLine {
    /// Writes text in quotation marks.
    ///
    /// RFC 8259 section 7 asks for the C0 controls, the quotation mark and the backslash to be escaped. DEL,
    /// the C1 controls (U+0080 to U+009F) and the separators U+2028 and U+2029 are escaped too: some readers
    /// break lines at them, and a terminal obeys some of them, while what is written here was chosen by
    /// whoever sent the traffic or named the file. Bytes that were no UTF-8 became U+FFFD when the string was
    /// made: a Swift string cannot hold them, so the line is always valid UTF-8.
    mutating func quote(_ text: String) {
        append(Self.quotationMark)
        let units = text.utf8.span
        var start = 0
        var index = 0
        while index < units.count {
            let length = Self.lengthToEscape(units, at: index)
            if length == 0 {
                index += 1
                continue
            }
            append(copying: units.extracting(start..<index))
            escape(Self.scalar(units, at: index, length: length))
            index += length
            start = index
        }
        append(copying: units.extracting(start..<units.count))
        append(Self.quotationMark)
    }

    /// How many bytes at `index` form a character that must be escaped; 0 when none starts there.
    private static func lengthToEscape(_ units: borrowing Span<UInt8>, at index: Int) -> Int {
        let unit = units[index]
        if unit < 0x20 || unit == quotationMark || unit == backslash || unit == 0x7f { return 1 }
        if unit == 0xc2, index + 1 < units.count, units[index + 1] < 0xa0 { return 2 }
        if unit == 0xe2, index + 2 < units.count, units[index + 1] == 0x80, units[index + 2] & 0xfe == 0xa8 {
            return 3
        }
        return 0
    }

    private static func scalar(_ units: borrowing Span<UInt8>, at index: Int, length: Int) -> UInt16 {
        switch length {
        case 1: UInt16(units[index])
        case 2: UInt16(units[index + 1])  // C2 80 to C2 9F are U+0080 to U+009F.
        default: 0x2000 | UInt16(units[index + 2] & 0x3f)  // E2 80 A8 and A9 are U+2028 and U+2029.
        }
    }

    private mutating func escape(_ scalar: UInt16) {
        append(Self.backslash)
        switch scalar {
        case 0x22, 0x5c: append(UInt8(truncatingIfNeeded: scalar))
        case 0x08: append(UInt8(ascii: "b"))
        case 0x09: append(UInt8(ascii: "t"))
        case 0x0a: append(UInt8(ascii: "n"))
        case 0x0c: append(UInt8(ascii: "f"))
        case 0x0d: append(UInt8(ascii: "r"))
        default:
            append(UInt8(ascii: "u"))
            for shift in [UInt16(12), 8, 4, 0] {
                let digit = UInt8(truncatingIfNeeded: scalar >> shift & 15)
                append(digit < 10 ? 48 + digit : 87 + digit)
            }
        }
    }
}
