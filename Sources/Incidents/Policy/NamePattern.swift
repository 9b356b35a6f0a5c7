/// A name with `*` for any characters, none included, and `?` for any one; a slash is a character like others.
public struct NamePattern: Equatable, Sendable {
    /// The pattern as it was written.
    public let text: String

    private let pattern: [Unicode.Scalar]

    /// A pattern from its text. Every text is one.
    public init(_ text: String) {
        self.text = text
        pattern = Array(text.unicodeScalars)
    }

    /// True when the whole of a name fits. Takes time in proportion to the product of both lengths at most.
    public func matches(_ name: String) -> Bool {
        var rest = name.unicodeScalars[...]
        var place = 0
        // Where to go on when what follows the last star does not fit: the star takes one character more.
        var retry: (place: Int, rest: Substring.UnicodeScalarView)?
        while let first = rest.first {
            if place < pattern.count, pattern[place] == "*" {
                place += 1
                retry = (place, rest)
            } else if place < pattern.count, pattern[place] == "?" || pattern[place] == first {
                place += 1
                rest = rest.dropFirst()
            } else if let (from, left) = retry {
                rest = left.dropFirst()
                retry = (from, rest)
                place = from
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "*" }
    }
}
