import NetTypes

extension [RecordField] {
    /// The value at a path of names with dots between; text, numbers and lists as they print.
    public func text(at path: String) -> String? {
        let parts = path.split(separator: ".", maxSplits: 1)
        guard let name = parts.first, let value = first(where: { $0.name == name })?.value else { return nil }
        if parts.count == 2 {
            guard case .object(let fields) = value else { return nil }
            return fields.text(at: String(parts[1]))
        }
        return Self.text(value)
    }

    private static func text(_ value: RecordValue) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): String(number)
        case .flag(let flag): String(flag)
        case .list(let values): values.map { text($0) }.joined(separator: "|")
        case .object(let fields): fields.map { $0.name + "=" + text($0.value) }.joined(separator: ";")
        }
    }
}
