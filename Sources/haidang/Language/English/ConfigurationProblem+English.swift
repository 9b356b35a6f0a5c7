extension ConfigurationProblem {
    var english: String {
        let place = line > 0 ? "\(Escaping.shown(file)):\(line)" : Escaping.shown(file)
        return "\(place): " + kind.english
    }
}

extension ConfigurationProblem.Kind {
    fileprivate var english: String {
        switch self {
        case .data(let problem): problem.english
        case .unreadable(let reason): "cannot read the configuration file: \(reason)"
        case .syntax(let reason): "the configuration file is not valid YAML: \(Escaping.shown(reason))"
        case .unknownKey(let key, let nearest):
            "there is no key \(Escaping.shown(key))" + (nearest.map { "; did you mean \($0)?" } ?? "")
        case .duplicateKey(let key): "the key \(Escaping.shown(key)) occurs more than once"
        case .wrongType(let key, let expected): "the key \(key) takes \(expected.english)"
        case .notASection(""): "a configuration file consists of lines \"key: value\""
        case .notASection(let section): "\(section) is a section and holds lines \"key: value\""
        }
    }
}

extension ConfigurationKind {
    fileprivate var english: String {
        switch self {
        case .number(let range, let unit):
            "a whole number from \(range.lowerBound) to \(range.upperBound)"
                + (unit == .bytes
                    ? " (bytes; KiB, MiB, GiB may follow)" : unit == .seconds ? " (seconds)" : "")
        case .boolean: "true or false"
        case .word(let words): "one of \(words.joined(separator: ", "))"
        case .text: "a text that is not empty"
        case .texts: "a text or a list of texts"
        case .networks(let words):
            "lines \"network: policy\", as in 192.0.2.0/24: linux (\(words.joined(separator: ", ")))"
        }
    }
}
