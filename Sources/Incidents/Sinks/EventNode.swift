/// A value of JSON (RFC 8259) with its members in the order in which they came, to leave parts of an event out.
///
/// Foundation's readers give dictionaries, whose order is lost, and take an integer for true or false.
enum EventNode: Equatable, Sendable {
    /// Members, in order; a name that comes twice is kept twice.
    case object([Member])
    /// Elements.
    case array([EventNode])
    /// Text, without its escapes.
    case text(String)
    /// A number, `true`, `false` or `null`, as it was written.
    case literal(String)

    /// A member of an object.
    struct Member: Equatable, Sendable {
        /// Its name.
        var name: String
        /// Its value.
        var value: EventNode
    }

    /// The object in an event's line; nil for what is no object of JSON, or nested too deeply.
    init?(line: String) {
        var parser = EventParser(line)
        guard let node = parser.document(), case .object = node else { return nil }
        self = node
    }

    /// The value of the first member of a name; nil where this is no object or has none.
    subscript(name: String) -> EventNode? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The value at the end of a path of names, as in `yara.object.name`.
    func at(_ path: String) -> EventNode? {
        path.split(separator: ".").reduce(Optional(self)) { $0?[String($1)] }
    }

    /// The text or number at the end of a path, as text; nil where there is none or it is empty.
    func words(_ path: String) -> String? {
        switch at(path) {
        case .text(let text): text.isEmpty ? nil : text
        case .literal(let text): text == "null" ? nil : text
        default: nil
        }
    }

    /// This value without what is at the end of a path; true where there was something.
    mutating func remove(_ path: some Collection<Substring>) -> Bool {
        guard case .object(var members) = self, let first = path.first else { return false }
        guard let index = members.firstIndex(where: { $0.name == first }) else { return false }
        var removed = true
        if path.count == 1 {
            members.remove(at: index)
        } else {
            removed = members[index].value.remove(path.dropFirst())
        }
        self = .object(members)
        return removed
    }

    /// This value with every text cut to a number of bytes, and every list to a number of elements.
    func cut(texts: Int, elements: Int) -> EventNode {
        switch self {
        case .object(let members):
            .object(
                members.prefix(elements).map {
                    Member(
                        name: $0.name.shortened(to: texts),
                        value: $0.value.cut(texts: texts, elements: elements))
                })
        case .array(let values):
            .array(values.prefix(elements).map { $0.cut(texts: texts, elements: elements) })
        case .text(let text): .text(text.shortened(to: texts))
        case .literal(let text): text.utf8.count > 32 ? .text(text.shortened(to: texts)) : self
        }
    }

    /// The line that this is, in the escapes of the event log.
    var line: String {
        var json = JSONLine()
        write(to: &json)
        return String(decoding: json.take(), as: UTF8.self)
    }

    private func write(to json: inout JSONLine) {
        switch self {
        case .object(let members):
            json.append(JSONLine.openBrace)
            for (place, member) in members.enumerated() {
                if place > 0 { json.append(JSONLine.comma) }
                json.quote(member.name)
                json.append(JSONLine.colon)
                member.value.write(to: &json)
            }
            json.append(JSONLine.closeBrace)
        case .array(let values):
            json.append(JSONLine.openBracket)
            for (place, value) in values.enumerated() {
                if place > 0 { json.append(JSONLine.comma) }
                value.write(to: &json)
            }
            json.append(JSONLine.closeBracket)
        case .text(let text): json.quote(text)
        case .literal(let text): for byte in text.utf8 { json.append(byte) }
        }
    }
}
