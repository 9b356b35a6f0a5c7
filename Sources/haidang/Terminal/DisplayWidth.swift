/// How many columns a text takes on a terminal.
enum DisplayWidth {
    /// Columns of `text`: combining marks take none, East Asian wide characters and emoji take two.
    static func columns(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns($1) }
    }

    /// `text` cut to `limit` columns, the last of them an ellipsis when something was cut.
    static func fitted(_ text: String, to limit: Int) -> String {
        columns(text) <= limit ? text : cut(text, to: limit)
    }

    /// The beginning of `text` and an ellipsis, together at most `limit` columns; nothing where there is no room.
    static func cut(_ text: String, to limit: Int) -> String {
        if limit < 1 { return "" }
        var fitted = ""
        var used = 0
        for character in text {
            let width = columns(String(character))
            if used + width > limit - 1 { break }
            fitted.append(character)
            used += width
        }
        return fitted + "…"
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide(scalar.value) ? 2 : 1
        }
    }

    /// The wide and fullwidth blocks of Unicode's East Asian Width (UAX 11), by block.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
            0xfe30...0xfe6f,
            0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f900...0x1f9ff, 0x20000...0x3fffd:
            true
        default: false
        }
    }
}
