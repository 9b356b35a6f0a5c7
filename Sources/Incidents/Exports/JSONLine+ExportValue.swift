extension JSONLine {
    /// Writes a whole document; anything but an object or a list is written as one of no members.
    mutating func write(_ value: ExportValue) {
        guard case .members(let members) = value else { return root { _ in } }
        root { json in
            for member in members { json.member(member.key, member.value) }
        }
    }

    private mutating func member(_ key: String, _ value: ExportValue) {
        switch value {
        case .text(let text): member(key, text)
        case .number(let number): member(key, signed: number)
        case .flag(let flag): member(key, flag: flag)
        case .list(let values):
            array(key) { json in
                for value in values { json.element(value) }
            }
        case .members(let members):
            object(key) { json in
                for member in members { json.member(member.key, member.value) }
            }
        }
    }

    /// A list of lists is in none of the formats, and would be written as an empty object.
    private mutating func element(_ value: ExportValue) {
        switch value {
        case .text(let text): element(text)
        case .number(let number): element(signed: number)
        case .flag(let flag): element(flag: flag)
        case .list, .members: element { $0.writeMembers(of: value) }
        }
    }

    private mutating func writeMembers(of value: ExportValue) {
        guard case .members(let members) = value else { return }
        for member in members { self.member(member.key, member.value) }
    }
}
