import NetTypes

/// Bytes as people look at them: offset, sixteen bytes in hexadecimal, the same as text; what matched stands out.
struct HexView {
    private let match: StoredMatch
    private let palette: Palette

    /// The view of a match with what stood around it.
    init(_ match: StoredMatch, _ palette: Palette) {
        self.match = match
        self.palette = palette
    }

    /// Its lines. Without colours what matched is between brackets.
    var lines: [String] {
        let before = Self.bytes(match.before)
        let hit = Self.bytes(match.hex)
        let after = hit.count < match.length ? [] : Self.bytes(match.after)
        let bytes = before + hit + after
        let start = match.offset - min(match.offset, UInt64(before.count))
        let marked = before.count..<(before.count + hit.count)
        let first = start / 16 * 16
        var lines: [String] = []
        var place = -Int(start - first)
        while place < bytes.count {
            lines.append(line(bytes, from: place, at: first + UInt64(lines.count) * 16, marked))
            place += 16
        }
        if hit.count < match.length { lines.append("          … \(match.length - hit.count)") }
        return lines
    }

    private func line(_ bytes: [UInt8], from place: Int, at offset: UInt64, _ marked: Range<Int>) -> String {
        var digits = ""
        var text = ""
        for column in 0..<16 {
            let index = place + column
            // Between two bytes stands a blank, or the bracket that opens or closes what matched. One that closes at the end
            // of a line stands there, and not before the next one.
            let mark = separator(before: index, marked)
            digits += column == 0 && mark == "]" ? " " : mark
            if bytes.indices.contains(index) {
                let byte = bytes[index]
                digits += painted((byte < 16 ? "0" : "") + String(byte, radix: 16), index, marked)
                text += painted(Self.shown(byte), index, marked)
            } else {
                digits += "  "
                text += " "
            }
        }
        digits += place + 16 == marked.upperBound ? separator(before: place + 16, marked) : " "
        let number = String(offset, radix: 16)
        let padding = String(repeating: "0", count: max(0, 8 - number.count))
        return palette.paint(padding + number, .faint) + " " + digits + " " + text
    }

    private func separator(before index: Int, _ marked: Range<Int>) -> String {
        if palette.enabled || marked.isEmpty { return " " }
        return index == marked.lowerBound ? "[" : index == marked.upperBound ? "]" : " "
    }

    private func painted(_ text: String, _ index: Int, _ marked: Range<Int>) -> String {
        palette.paint(text, marked.contains(index) ? .alarm : nil)
    }

    /// What digits stand for; nothing where they are none.
    private static func bytes(_ digits: String?) -> [UInt8] {
        digits.flatMap { [UInt8](hexadecimal: $0) } ?? []
    }

    private static func shown(_ byte: UInt8) -> String {
        (0x20..<0x7f).contains(byte) ? String(Unicode.Scalar(byte)) : "."
    }
}
