/// A tag of a Mustache template, as far as one has to be understood to judge it.
struct TemplateTag: Equatable {
    /// The character that says what it does; nil for one that prints a value.
    let sigil: Character?
    /// What it names.
    let name: String
    /// The line that it stands on, from 1.
    let line: Int

    /// The characters that can follow the opening braces and mean something to some Mustache.
    private static let sigils: Set<Character> = [
        "#", "^", "/", ">", "!", "{", "&", "=", "%", "$", "<", "*", "~",
    ]

    /// The tags of a template in their order. One that does not end reaches to the end of the text.
    static func all(in text: String) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var rest = text[...]
        var line = 1
        while let open = rest.firstRange(of: "{{") {
            line += rest[..<open.lowerBound].count { $0.isNewline }
            let body = rest[open.upperBound...]
            let close = body.firstRange(of: "}}")
            let inside = body[..<(close?.lowerBound ?? body.endIndex)]
            let sigil = inside.first.flatMap { sigils.contains($0) ? $0 : nil }
            let name = (sigil == nil ? inside : inside.dropFirst()).filter { $0 != " " }
            tags.append(TemplateTag(sigil: sigil, name: String(name), line: line))
            line += inside.count { $0.isNewline }
            rest = body[(close?.upperBound ?? body.endIndex)...]
        }
        return tags
    }
}
