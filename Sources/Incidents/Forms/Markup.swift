/// Writes HTML that is well-formed XML too, so that a browser and a strict parser read the same.
///
/// Names come from the code; every text and every value of an attribute is escaped here and nowhere else, whoever it is
/// from, and what a reader's eye would obey (controls, bidirectional and invisible characters) is written out as text.
public struct Markup {
    /// Characters of one text that are written.
    public static let mostText = 8_000

    /// What was written.
    public private(set) var html = ""

    /// Nothing yet.
    public init() {}

    /// The first line of a page.
    public mutating func documentType() { html += "<!DOCTYPE html>\n" }

    /// An element with what is in it.
    public mutating func element(
        _ name: StaticString, _ attributes: [(StaticString, String)] = [], _ content: (inout Markup) -> Void
    ) {
        open(name, attributes)
        content(&self)
        html += "</\(name)>"
    }

    /// An element with a text in it.
    public mutating func element(
        _ name: StaticString, _ attributes: [(StaticString, String)] = [], text: String
    ) {
        element(name, attributes) { $0.text(text) }
    }

    /// An element that never has anything in it.
    public mutating func empty(_ name: StaticString, _ attributes: [(StaticString, String)] = []) {
        open(name, attributes, end: "/>")
    }

    /// A text.
    public mutating func text(_ text: String) { html += Self.escaped(text) }

    /// A text of this program in which what stands between backquotes is code.
    public mutating func prose(_ text: String) {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        for (place, part) in parts.enumerated() {
            if place.isMultiple(of: 2) {
                self.text(String(part))
            } else {
                element("code", text: String(part))
            }
        }
    }

    /// The style sheet, which comes from the code and holds nothing that would have to be escaped.
    public mutating func style(_ sheet: StaticString) { html += "<style>\n\(sheet)\n</style>" }

    /// A line's end, where whitespace means nothing.
    public mutating func newline() { html += "\n" }

    private mutating func open(
        _ name: StaticString, _ attributes: [(StaticString, String)], end: StaticString = ">"
    ) {
        html += "<\(name)"
        for (key, value) in attributes { html += " \(key)=\"\(Self.escaped(value))\"" }
        html += "\(end)"
    }

    private static func escaped(_ text: String) -> String {
        var safe = ""
        for scalar in PrintedText.foreign(text, limit: mostText).unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}
