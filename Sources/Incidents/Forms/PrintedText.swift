/// Makes text of unknown origin safe to print in a form or another paper.
///
/// Mustache escapes what HTML would obey; this writes what a reader's eye, a word processor or a terminal would obey
/// (controls, line ends, bidirectional and invisible characters) as text, and cuts what is longer than anybody reads.
public enum PrintedText {
    /// Characters of a text from traffic that are printed.
    public static let mostForeign = 200
    /// Characters of what a person wrote that are printed.
    public static let mostWritten = 8000
    /// Lines of it.
    public static let mostLines = 200

    /// A text from traffic on one line, at most `limit` characters of it, and how many were left out.
    public static func foreign(_ text: String, limit: Int = mostForeign) -> String {
        let (shown, rest) = cut(text, to: limit)
        return rest == 0 ? shown : "\(shown)… (+\(rest))"
    }

    /// What a person wrote, line by line, without empty lines at its ends.
    public static func written(_ text: String) -> [String] {
        let scalars = text.unicodeScalars
        let end = scalars.index(scalars.startIndex, offsetBy: mostWritten, limitedBy: scalars.endIndex)
        var lines = String(scalars[..<(end ?? scalars.endIndex)])
            .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            .map { cut(String($0), to: mostWritten).text }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        lines.trimPrefix { $0.allSatisfy(\.isWhitespace) }
        let isLong = lines.count > mostLines
        if isLong { lines.removeSubrange(mostLines...) }
        if isLong || end.map({ $0 < scalars.endIndex }) == true { lines.append("…") }
        return lines
    }

    /// The first characters of a text, made harmless, and how many bytes come after them.
    private static func cut(_ text: String, to limit: Int) -> (text: String, rest: Int) {
        let scalars = text.unicodeScalars
        let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex)
        let rest = end.map { text.utf8.distance(from: $0, to: text.endIndex) } ?? 0
        var safe = ""
        var afterMarkup = false
        for scalar in scalars[..<(end ?? scalars.endIndex)] {
            // A mark that combines with a character of HTML would hide it from whoever escapes whole characters.
            if isObeyed(scalar) || afterMarkup && combines(scalar) {
                safe += "\\u{\(String(scalar.value, radix: 16))}"
                afterMarkup = false
            } else {
                safe.unicodeScalars.append(scalar)
                afterMarkup = "<>&\"'".unicodeScalars.contains(scalar)
            }
        }
        return (safe, rest)
    }

    private static func combines(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isGraphemeExtend || scalar.properties.generalCategory == .spacingMark
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
            true
        default: false
        }
    }
}
