import NetTypes

/// The small grammars inside field values (RFC 9110 section 5.6).
enum HTTPValue {
    /// Bytes of a name that are kept; no file system has longer ones.
    static let longestName = 4096

    /// ASCII letters in lower case, decoded as UTF-8.
    static func lowercased(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.map(\.asciiLowercased), as: UTF8.self)
    }

    /// A decimal number, with white space around it; nil for anything else.
    static func number(_ bytes: some Collection<UInt8>) -> UInt64? {
        let digits = trimmed(Array(bytes)[...])
        guard !digits.isEmpty, digits.count <= 19, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            return nil
        }
        return digits.reduce(0) { $0 &* 10 &+ UInt64($1 &- 0x30) }
    }

    /// Without white space around it.
    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes.drop { $0 <= 0x20 }
        while let last = rest.last, last <= 0x20 { rest = rest.dropLast() }
        return rest
    }

    /// The value of a parameter behind the first semicolon, without quotes; nil when it is absent.
    static func parameter(_ name: String, of value: [UInt8]) -> [UInt8]? {
        var index = value.firstIndex(of: 0x3b) ?? value.endIndex
        while index < value.endIndex {
            index += 1
            let start = index
            while index < value.endIndex, value[index] != 0x3d, value[index] != 0x3b { index += 1 }
            let key = lowercased(trimmed(value[start..<index]))
            var text: [UInt8] = []
            if index < value.endIndex, value[index] == 0x3d {
                index += 1
                text = argument(value, &index)
            }
            if key == name { return text }
            while index < value.endIndex, value[index] != 0x3b { index += 1 }
        }
        return nil
    }

    /// A token or quoted string from an index on, which moves behind it. A backslash only quotes quotes and
    /// backslashes, because browsers send paths of Windows with single ones.
    private static func argument(_ value: [UInt8], _ index: inout Int) -> [UInt8] {
        while index < value.endIndex, value[index] <= 0x20 { index += 1 }
        guard index < value.endIndex, value[index] == 0x22 else {
            let start = index
            while index < value.endIndex, value[index] != 0x3b { index += 1 }
            return Array(trimmed(value[start..<index]))
        }
        index += 1
        var text: [UInt8] = []
        while index < value.endIndex, value[index] != 0x22 {
            if value[index] == 0x5c, index + 1 < value.endIndex, [0x22, 0x5c].contains(value[index + 1]) {
                index += 1
            }
            text.append(value[index])
            index += 1
        }
        return text
    }

    /// The file name in a Content-Disposition (RFC 6266, RFC 7578 section 4.2): `filename*` before `filename`; nil
    /// when it has none.
    static func fileName(_ disposition: [UInt8]) -> String? {
        if let extended = parameter("filename*", of: disposition), let text = extendedText(extended) {
            return text
        }
        guard let plain = parameter("filename", of: disposition) else { return nil }
        return String(decoding: plain.prefix(longestName), as: UTF8.self)
    }

    /// An extended value: charset, language and escaped bytes, with quotes between them (RFC 8187 section 3.2).
    private static func extendedText(_ value: [UInt8]) -> String? {
        let parts = value.split(separator: 0x27, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        let bytes = unescaped(parts[2]).prefix(longestName)
        guard lowercased(parts[0]) == "iso-8859-1" else { return String(decoding: bytes, as: UTF8.self) }
        var text = ""
        for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
        return text
    }

    /// Undoes percent escapes; those that are none stay.
    static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == 0x25, index + 2 < bytes.endIndex, let high = hex(bytes[index + 1]),
                let low = hex(bytes[index + 2])
            {
                plain.append(high << 4 | low)
                index += 3
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return plain
    }

    /// The value of a hexadecimal digit.
    static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
