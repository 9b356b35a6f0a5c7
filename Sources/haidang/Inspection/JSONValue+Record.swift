import NetTypes

extension JSONValue {
    /// What a field of a transaction holds.
    init(_ value: RecordValue) {
        switch value {
        case .text(let text): self = .text(text)
        case .number(let number): self = .number(number)
        case .flag(let flag): self = .boolean(flag)
        case .list(let values): self = .array(values.map { JSONValue($0) })
        case .object(let fields):
            self = .members(fields.map { Member(name: $0.name, value: JSONValue($0.value)) })
        }
    }
}
