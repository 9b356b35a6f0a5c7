import NetTypes

/// What the rules of a shard have in common.
struct ShardKey: Hashable {
    /// When it is looked at.
    var kind: Kind
    /// The bytes one of which a unit must begin with, sorted; nil for anything.
    var gate: [[UInt8]]?
    /// The modules that its rules use, which libyara runs on every unit that it is shown.
    var modules: [String]

    /// When a shard is looked at.
    enum Kind: String {
        /// Where a rare literal is.
        case core
        /// Where a literal is that ordinary traffic has too; apart, so that it does not take the others along.
        case common
        /// In every unit that begins right.
        case always
    }

    /// What a group of rules is put under.
    init(_ group: RuleGroup) {
        gate = group.need?.gate.map { $0.sorted { $0.lexicographicallyPrecedes($1) } }
        modules = group.modules
        let hasLiteral =
            group.need?.triggers.contains { if case .literal = $0 { true } else { false } } ?? false
        kind =
            switch group.need {
            case let need? where hasLiteral: need.isCommon ? .common : .core
            default: .always
            }
    }

    /// The key of shards that were too small to stay apart: it begins like any of them.
    init(kind: Kind, gate: [[UInt8]], modules: [String]) {
        self.kind = kind
        self.gate = gate
        self.modules = modules
    }

    /// What people call it: `core`, `core 4d5a pe`.
    var name: String {
        let prefixes = gate.map { gate in
            gate.count > 4 ? "\(gate.count) prefixes" : gate.map(\.hexadecimal).joined(separator: "/")
        }
        return ([kind.rawValue] + [prefixes].compactMap { $0 } + modules).joined(separator: " ")
    }
}
