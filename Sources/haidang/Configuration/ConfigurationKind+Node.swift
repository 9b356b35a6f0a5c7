import NetTypes
import Yams

extension ConfigurationKind {
    /// The value of a node; nil when it is of another kind or out of range.
    func value(of node: Node) -> ConfigurationValue? {
        switch self {
        case .number(let range, let unit):
            guard let number = Self.number(node, unit), range.contains(number) else { return nil }
            return .number(number)
        case .boolean:
            // Only the two words of YAML 1.2: `on`, `yes` and `y` mean different things to different people.
            guard let text = node.scalar?.string, text == "true" || text == "false" else { return nil }
            return .boolean(text == "true")
        case .word(let words):
            guard let text = node.scalar?.string, words.contains(text) else { return nil }
            return .text(text)
        case .text:
            return node.scalar.flatMap { $0.string.isEmpty ? nil : .text($0.string) }
        case .texts:
            return Self.texts(node).map { .texts($0) }
        case .networks(let words):
            return Self.networks(node, words).map { .networks($0) }
        }
    }

    /// Decimal digits, for bytes also with a binary unit behind them.
    private static func number(_ node: Node, _ unit: ConfigurationUnit) -> Int? {
        guard let text = node.scalar?.string else { return nil }
        if case .bytes = unit { return bytes(text) }
        return Int(text)
    }

    /// A number of bytes, perhaps with `KiB`, `MiB` or `GiB` behind it.
    static func bytes(_ text: String) -> Int? {
        for (name, shift) in [("KiB", 10), ("MiB", 20), ("GiB", 30)] where text.hasSuffix(name) {
            let digits = text.dropLast(name.count).reversed().drop { $0 == " " }.reversed()
            guard let number = Int(String(digits)) else { return nil }
            let (bytes, overflow) = number.multipliedReportingOverflow(by: 1 << shift)
            return overflow ? nil : bytes
        }
        return Int(text)
    }

    private static func texts(_ node: Node) -> [String]? {
        if let text = node.scalar?.string { return text.isEmpty ? nil : [text] }
        guard let sequence = node.sequence else { return nil }
        let texts = sequence.compactMap { $0.scalar?.string }.filter { !$0.isEmpty }
        return texts.count == sequence.count ? texts : nil
    }

    private static func networks(_ node: Node, _ words: [String]) -> [(network: IPNetwork, word: String)]? {
        guard let mapping = node.mapping else { return nil }
        var entries: [(network: IPNetwork, word: String)] = []
        for (key, value) in mapping {
            guard let text = key.scalar?.string, let network = IPNetwork(text),
                let word = value.scalar?.string, words.contains(word)
            else { return nil }
            entries.append((network, word))
        }
        return entries
    }
}
