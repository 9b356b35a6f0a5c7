import NetTypes

/// Metadata by key, in the order in which keys first appear.
///
/// A YARA rule may repeat a key; a JSON object must not.
struct MetadataGroups: Sequence {
    private var groups: [Group] = []

    /// Groups from the lines of a rule.
    init(_ lines: [RuleIdentity.Metadata]) {
        for line in lines {
            if let known = groups.firstIndex(where: { $0.key == line.key }) {
                groups[known].values.append(line.value)
            } else {
                groups.append(Group(key: line.key, values: [line.value]))
            }
        }
    }

    func makeIterator() -> IndexingIterator<[Group]> {
        groups.makeIterator()
    }

    /// One key and everything the rule says under it.
    struct Group {
        let key: String
        var values: [RuleIdentity.Value]

        /// Writes the value in its own type, or an array of all of them where the key is repeated.
        func write(to json: inout JSONLine) {
            if values.count == 1, let value = values.first {
                switch value {
                case .text(let text): json.member(key, text)
                case .number(let number): json.member(key, signed: number)
                case .boolean(let flag): json.member(key, flag: flag)
                }
                return
            }
            json.array(key) { json in
                for value in values {
                    switch value {
                    case .text(let text): json.element(text)
                    case .number(let number): json.element(signed: number)
                    case .boolean(let flag): json.element(flag: flag)
                    }
                }
            }
        }
    }
}

extension RuleIdentity.Value {
    /// The value as text, as the schema wants all metadata.
    var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .boolean(let flag): flag ? "true" : "false"
        }
    }
}
