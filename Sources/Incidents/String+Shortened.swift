extension String {
    /// What stands where text was cut off.
    static let cutMark = "…"

    /// This text in at most a number of bytes of UTF-8, of which there are 3 or more: as it is, or cut between two
    /// characters (Unicode scalars) and marked.
    func shortened(to most: Int = ExportLimits.text) -> String {
        guard utf8.count > most else { return self }
        var end = utf8.index(startIndex, offsetBy: max(0, most - Self.cutMark.utf8.count))
        // Not into the middle of a scalar: bytes 10xxxxxx go on with what stands before them.
        while end > startIndex, utf8[end] & 0xc0 == 0x80 { end = utf8.index(before: end) }
        return String(self[..<end]) + Self.cutMark
    }

    /// This text on one line and harmless on a terminal: control characters (C0, DEL, C1), the separators U+2028 and
    /// U+2029 and the marks that turn the direction of writing become U+FFFD.
    var onOneLine: String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7f...0x9f, 0x2028...0x202e, 0x2066...0x2069, 0x200e, 0x200f:
                scalars.append("\u{fffd}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
