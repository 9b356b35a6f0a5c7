/// How an object that is text begins.
///
/// libmagic tries its expressions for a hundred languages on every text, which costs up to a millisecond, and most of
/// what the web carries is prose, pages, scripts and styles. Where the opening says as much as libmagic would, it is
/// asked for the encoding alone.
enum TextOpening: Equatable {
    /// Nothing that names a format.
    case plain
    /// A format that its opening names, in libmagic's words.
    case named(String)
    /// No text, or an opening that libmagic knows more about.
    case unknown

    /// Bytes that tell whether something is text.
    private static let textBytes = 512

    /// Pages and feeds, by what they begin with in lower case.
    private static let formats = [
        ("<!doctype html", "HTML document"), ("<html", "HTML document"), ("<head", "HTML document"),
        ("<?xml version=\"1.0\"", "XML 1.0 document"), ("<?xml version='1.0'", "XML 1.0 document"),
    ]

    /// Markup of other kinds, documents, scripts and armour, in lower case.
    private static let others = ["<", "%", "#!", "@echo", "-----begin", "{\\rtf"]

    /// Looks at the first bytes of an object.
    init(_ bytes: Span<UInt8>) {
        var first: Int?
        for index in 0..<min(bytes.count, Self.textBytes) {
            let byte = bytes[index]
            let isBlank = byte == 0x20 || (0x09...0x0d).contains(byte)
            if byte < 0x20 && !isBlank && byte != 0x1b || byte == 0x7f {
                self = .unknown
                return
            }
            if first == nil, !isBlank { first = index }
        }
        guard let first else {
            self = .unknown
            return
        }
        let opening = bytes.extracting(droppingFirst: first)
        if let format = Self.formats.first(where: { Self.begins(opening, $0.0) }) {
            self = .named(format.1)
        } else {
            self = Self.others.contains { Self.begins(opening, $0) } ? .unknown : .plain
        }
    }

    private static func begins(_ bytes: Span<UInt8>, _ text: String) -> Bool {
        guard bytes.count >= text.utf8.count else { return false }
        var index = 0
        for wanted in text.utf8 {
            let byte = bytes[index]
            let isCapital = (0x41...0x5a).contains(byte)
            if (isCapital ? byte | 0x20 : byte) != wanted { return false }
            index += 1
        }
        return true
    }
}
