import Foundation

/// The texts that are replaced, in every form in which traffic has them.
struct ReplacedTexts {
    /// One form of a text, and what takes its place.
    struct Form: Equatable {
        /// Its bytes, letters of ASCII in lower case.
        let bytes: [UInt8]
        /// As many, in the same places.
        let replacement: [UInt8]
        /// True where letters may be in either case.
        let ignoresCase: Bool
    }

    /// Forms by their first byte, the longest first.
    private(set) var forms: [[Form]] = Array(repeating: [], count: 256)
    /// The most bytes of a form.
    private(set) var longest = 0
    /// The texts, as they were given.
    let texts: [String]

    /// The forms of these texts.
    init(_ texts: [String], _ words: WordPseudonyms) {
        self.texts = texts
        var seen: Set<[UInt8]> = []
        for text in texts {
            for variant in Self.variants(of: text) {
                add([Form](variant, words(variant)), &seen)
            }
        }
        for byte in forms.indices { forms[byte].sort { $0.bytes.count > $1.bytes.count } }
    }

    private mutating func add(_ all: [Form], _ seen: inout Set<[UInt8]>) {
        for form in all {
            guard let first = form.bytes.first, form.bytes.count == form.replacement.count,
                seen.insert(form.bytes).inserted
            else { continue }
            forms[Int(first)].append(form)
            longest = max(longest, form.bytes.count)
        }
    }

    /// Adds bytes that are replaced wherever they stand as they are, such as a hardware address.
    mutating func add(exactly bytes: [UInt8], _ replacement: [UInt8]) {
        guard let first = bytes.first, bytes.count == replacement.count else { return }
        forms[Int(first)].append(Form(bytes: bytes, replacement: replacement, ignoresCase: false))
        longest = max(longest, bytes.count)
    }

    /// The form that stands at a place; nil where none does.
    func form(in bytes: [UInt8], at place: Int) -> Form? {
        let first = bytes[place]
        for form in forms[Int(Self.folded(first))] where Self.matches(form, bytes, place) { return form }
        guard first != Self.folded(first) else { return nil }
        for form in forms[Int(first)] where !form.ignoresCase && Self.matches(form, bytes, place) {
            return form
        }
        return nil
    }

    private static func matches(_ form: Form, _ bytes: [UInt8], _ place: Int) -> Bool {
        guard bytes.count - place >= form.bytes.count else { return false }
        for index in form.bytes.indices {
            let byte = form.ignoresCase ? folded(bytes[place + index]) : bytes[place + index]
            if byte != form.bytes[index] { return false }
        }
        return true
    }

    static func folded(_ byte: UInt8) -> UInt8 {
        (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
    }

    /// A text as people write it in either case, and with its marks together or apart. Where letters beyond ASCII change
    /// their length with their case, that case is another text and left out.
    private static func variants(of text: String) -> [String] {
        var all: [String] = []
        let forms = [
            text, text.precomposedStringWithCanonicalMapping, text.decomposedStringWithCanonicalMapping,
        ]
        for form in forms.flatMap({ [$0, $0.lowercased(), $0.uppercased()] }) {
            // Compared as bytes: for a String the two ways of writing a mark are equal.
            if !all.contains(where: { Array($0.utf8) == Array(form.utf8) }) { all.append(form) }
        }
        return all
    }
}

extension [ReplacedTexts.Form] {
    /// The forms of a text that another one of the same lengths takes the place of.
    fileprivate init(_ text: String, _ new: String) {
        self = []
        append(Array<UInt8>(text.utf8), Array<UInt8>(new.utf8))
        append(Self.wide(text), Self.wide(new))
        if text.contains(".") { append(Self.labels(text), Self.labels(new)) }
        for (plain, coded) in [(" ", "+"), (" ", "%20"), ("@", "%40")] where text.contains(plain) {
            append(
                Array<UInt8>(text.replacing(plain, with: coded).utf8),
                Array<UInt8>(new.replacing(plain, with: coded).utf8))
        }
    }

    private mutating func append(_ old: [UInt8], _ new: [UInt8]) {
        append(ReplacedTexts.Form(bytes: old.map(ReplacedTexts.folded), replacement: new, ignoresCase: true))
    }

    /// UTF-16, little-endian.
    private static func wide(_ text: String) -> [UInt8] {
        text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    }

    /// As in DNS: in place of each dot is the length of the label behind it.
    private static func labels(_ text: String) -> [UInt8] {
        let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        var bytes: [UInt8] = []
        for (index, label) in labels.enumerated() {
            if index > 0 { bytes.append(UInt8(truncatingIfNeeded: label.count)) }
            bytes += label
        }
        return bytes
    }
}
