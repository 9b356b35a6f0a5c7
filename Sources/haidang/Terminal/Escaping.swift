/// Makes strings of unknown origin (file names, bytes of traffic, words of a rule) safe to show.
///
/// A terminal obeys control characters, and bidirectional controls make a text read as another; both are written as
/// escapes, and so is the backslash, so that what is shown is unambiguous.
enum Escaping {
    /// `text` without anything a terminal would obey.
    static func shown(_ text: String) -> String {
        if text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value < 0x7f && $0 != "\\" }) {
            return text
        }
        var safe = ""
        for scalar in text.unicodeScalars {
            if scalar == "\\" {
                safe += "\\\\"
            } else if isObeyed(scalar) {
                safe +=
                    scalar.value < 0x100
                    ? byte(UInt8(scalar.value)) : "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// The first `limit` bytes: printable ASCII as it is, everything else as `\xNN`; an ellipsis when there is more.
    static func excerpt(_ bytes: [UInt8], of total: Int, limit: Int) -> String {
        var text = ""
        for value in bytes.prefix(limit) {
            switch value {
            case UInt8(ascii: "\\"): text += "\\\\"
            case 0x20..<0x7f: text.unicodeScalars.append(Unicode.Scalar(value))
            default: text += byte(value)
            }
        }
        return total > min(limit, bytes.count) ? text + "…" : text
    }

    private static func byte(_ value: UInt8) -> String {
        let digits = String(value, radix: 16)
        return "\\x" + (digits.count < 2 ? "0" : "") + digits
    }

    /// Controls, line separators, bidirectional and invisible format characters, and what is no character.
    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
            true
        default: false
        }
    }
}
