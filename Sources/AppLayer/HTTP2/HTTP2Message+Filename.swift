extension HTTP2Message {
    /// The name in Content-Disposition (RFC 6266): `filename*` in UTF-8 first, then `filename`; nil without one.
    var filename: String? {
        guard let value = self[.contentDisposition] else { return nil }
        var plain: String?
        for (name, text) in Self.parameters(of: Array(value.utf8)) {
            if name == "filename*", let decoded = Self.decodeExtended(text) { return decoded }
            if name == "filename", plain == nil { plain = String(decoding: text, as: UTF8.self) }
        }
        return plain
    }

    /// Names, in lower case, and values behind the first semicolon; quotes and their escapes are taken off.
    private static func parameters(of bytes: [UInt8]) -> [(name: String, value: [UInt8])] {
        var result: [(name: String, value: [UInt8])] = []
        var part: [UInt8] = []
        var name: String?
        var isQuoted = false
        var isEscaped = false
        for byte in bytes + [UInt8(ascii: ";")] {
            if isEscaped {
                part.append(byte)
                isEscaped = false
            } else if isQuoted, byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if !isQuoted, byte == UInt8(ascii: ";") {
                if let name { result.append((name, part)) }
                name = nil
                part = []
            } else if !isQuoted, name == nil, byte == UInt8(ascii: "=") {
                name = String(decoding: part, as: UTF8.self).lowercased()
                part = []
            } else if isQuoted || (byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t")) {
                part.append(byte)
            }
        }
        return result
    }

    /// A value with a character set and percent signs (RFC 8187); nil when the character set is not UTF-8.
    private static func decodeExtended(_ value: [UInt8]) -> String? {
        let parts = value.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, String(decoding: parts[0], as: UTF8.self).lowercased() == "utf-8" else {
            return nil
        }
        let text = Array(parts[2])
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "%"), index + 2 < text.count,
                let high = digit(text[index + 1]), let low = digit(text[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8($0) }
    }
}
