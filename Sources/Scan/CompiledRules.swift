import CYara
import NetTypes

/// The rules of a set as libyara runs them.
@safe
final class CompiledRules: @unchecked Sendable {
    // Sendable because nobody writes: libyara only reads the tables while it scans, and the functions that
    // would change them (`yr_rule_disable`, `yr_rules_define_*`) are called nowhere.
    private let rules: UnsafeMutablePointer<YR_RULES>

    /// Takes over rules from a compiler.
    init(owning rules: UnsafeMutablePointer<YR_RULES>) {
        unsafe self.rules = unsafe rules
    }

    deinit {
        unsafe yr_rules_destroy(rules)
    }

    /// Lends the rules for one call; the pointer must not outlive this object.
    func withRules<Value>(_ body: (UnsafeMutablePointer<YR_RULES>) -> Value) -> Value {
        unsafe body(rules)
    }

    /// All rules, in the order in which libyara counts them.
    func describe() -> [CompiledRule] {
        let count = unsafe rules.pointee.num_rules
        return (0..<count).map { index in unsafe Self.describe(cyara_rule(rules, index)) }
    }

    /// The identifier of each string of all rules, in the order in which libyara counts them.
    func stringIdentifiers() -> [String] {
        let count = unsafe rules.pointee.num_strings
        return (0..<count).map { index in
            unsafe String(cString: cyara_string(rules, index).pointee.identifier)
        }
    }

    // Safe, here and below: libyara's tables are complete and immutable once compiled; every name ends with a
    // zero.
    private static func describe(_ rule: UnsafePointer<YR_RULE>) -> CompiledRule {
        var tags: [String] = []
        var tag = unsafe cyara_first_tag(rule)
        while let text = unsafe tag {
            unsafe tags.append(String(cString: text))
            unsafe tag = unsafe cyara_next_tag(text)
        }
        var strings: [CompiledString] = []
        var string = unsafe cyara_first_string(rule)
        while let entry = unsafe string {
            unsafe strings.append(describe(entry))
            unsafe string = unsafe cyara_next_string(entry)
        }
        let flags = unsafe rule.pointee.flags
        return unsafe CompiledRule(
            name: String(cString: rule.pointee.identifier),
            namespace: String(cString: rule.pointee.ns.pointee.name),
            tags: tags, metadata: metadata(of: rule), isPrivate: flags & RULE_FLAGS_PRIVATE != 0,
            isGlobal: flags & RULE_FLAGS_GLOBAL != 0, strings: strings)
    }

    private static func describe(_ string: UnsafePointer<YR_STRING>) -> CompiledString {
        let flags = unsafe Int32(bitPattern: string.pointee.flags)
        return unsafe CompiledString(
            isChained: flags & STRING_FLAGS_CHAIN_PART != 0, isTail: string.pointee.chained_to != nil,
            isFullWord: flags & STRING_FLAGS_FULL_WORD != 0,
            reach: reach(of: string))
    }

    /// A literal takes twice its length when it is wide; a pattern is followed this far forth and back.
    private static func reach(of string: UnsafePointer<YR_STRING>) -> Int {
        let flags = unsafe Int32(bitPattern: string.pointee.flags)
        guard flags & STRING_FLAGS_LITERAL != 0 else { return 2 * Int(YR_RE_SCAN_LIMIT) }
        return unsafe Int(string.pointee.length) * (flags & STRING_FLAGS_WIDE != 0 ? 2 : 1)
    }

    private static func metadata(of rule: UnsafePointer<YR_RULE>) -> [RuleIdentity.Metadata] {
        var metadata: [RuleIdentity.Metadata] = []
        var meta = unsafe cyara_first_meta(rule)
        while let entry = unsafe meta {
            let value: RuleIdentity.Value =
                switch unsafe entry.pointee.type {
                case META_TYPE_INTEGER: unsafe .number(entry.pointee.integer)
                case META_TYPE_BOOLEAN: unsafe .boolean(entry.pointee.integer != 0)
                default: unsafe .text(String(cString: entry.pointee.string))
                }
            unsafe metadata.append(.init(key: String(cString: entry.pointee.identifier), value: value))
            unsafe meta = unsafe cyara_next_meta(entry)
        }
        return metadata
    }
}
