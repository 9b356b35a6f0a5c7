/// Rules that libyara looks at together, and when it has to.
final class Shard: Sendable {
    /// The rules as libyara runs them.
    let compiled: CompiledRules
    /// For each of its rules the place in `RuleSet.rules`.
    let rules: [Int]
    /// The identifier of each of its strings.
    let stringIdentifiers: [String]
    /// The bytes one of which a unit must begin with; nil for anything.
    let gate: [[UInt8]]?
    /// True when its rules are looked at wherever the gate is open.
    let isAlways: Bool
    /// Beginnings that make it a candidate without any literal.
    let prefixes: [[UInt8]]

    /// A shard from its parts. Without triggers it is looked at always.
    init(_ compiled: CompiledRules, rules: [Int], gate: [[UInt8]]?, triggers: [Trigger]?) {
        self.compiled = compiled
        self.rules = rules
        stringIdentifiers = compiled.stringIdentifiers()
        self.gate = gate
        isAlways = triggers == nil
        prefixes = (triggers ?? []).compactMap { if case .prefix(let bytes) = $0 { bytes } else { nil } }
    }

    /// Whether bytes begin as its gate asks.
    func isOpen(to bytes: Span<UInt8>) -> Bool {
        guard let gate else { return true }
        return gate.contains { Self.begins(bytes, with: $0) }
    }

    /// Whether bytes make it a candidate by their beginning alone.
    func isCalled(by bytes: Span<UInt8>) -> Bool {
        isAlways || prefixes.contains { Self.begins(bytes, with: $0) }
    }

    private static func begins(_ bytes: Span<UInt8>, with prefix: [UInt8]) -> Bool {
        guard bytes.count >= prefix.count else { return false }
        return prefix.indices.allSatisfy { bytes[$0] == prefix[$0] }
    }
}
