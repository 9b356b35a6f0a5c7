import CYara
import NetTypes

/// One run of libyara's compiler. After an error it can only be thrown away, as libyara's can.
@safe
struct YaraCompiler: ~Copyable {
    // Owned: made in `init`, destroyed in `deinit`, never handed out.
    private let compiler: UnsafeMutablePointer<YR_COMPILER>

    /// A compiler that knows these external variables, empty or zero.
    init(externals: [ExternalVariable]) throws(RuleError) {
        try YaraLibrary.start()
        var created: UnsafeMutablePointer<YR_COMPILER>?
        let result = unsafe yr_compiler_create(&created)
        guard let created = unsafe created, result == ERROR_SUCCESS else {
            throw .engine("libyara gives no compiler: error \(result)")
        }
        for external in externals {
            let status = unsafe Self.define(external, created)
            guard status == ERROR_SUCCESS else {
                unsafe yr_compiler_destroy(created)
                throw .engine("libyara does not take the variable \(external.rawValue): error \(status)")
            }
        }
        // Included files are put in place before; libyara opens no file.
        unsafe yr_compiler_set_include_callback(created, nil, nil, nil)
        unsafe compiler = unsafe created
    }

    private static func define(
        _ external: ExternalVariable, _ compiler: UnsafeMutablePointer<YR_COMPILER>
    ) -> Int32 {
        switch external.value(in: ScanVariables()) {
        case .text(let text): unsafe yr_compiler_define_string_variable(compiler, external.rawValue, text)
        case .number(let number):
            unsafe yr_compiler_define_integer_variable(compiler, external.rawValue, number)
        }
    }

    deinit {
        unsafe yr_compiler_destroy(compiler)
    }

    /// Compiles a text into a namespace and says what libyara said. After an error it must not be called
    /// again.
    mutating func add(_ text: [UInt8], namespace: String) throws(RuleError) -> [CompilerMessage] {
        let messages = MessageList()
        let errors = withExtendedLifetime(messages) {
            // Safe: the list outlives the call, and libyara calls back only within it.
            let list = unsafe Unmanaged.passUnretained(messages).toOpaque()
            unsafe yr_compiler_set_callback(compiler, collectMessage, list)
            defer { unsafe yr_compiler_set_callback(compiler, nil, nil) }
            // Safe: the text gets the zero at its end that libyara looks for, and is only read.
            return unsafe (text + [0]).withUnsafeBufferPointer { buffer in
                unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                    unsafe yr_compiler_add_string(compiler, characters.baseAddress, namespace)
                }
            }
        }
        if errors > 0, !messages.list.contains(where: \.isError) {
            throw .engine("libyara does not compile \(namespace) and does not say why")
        }
        return messages.list
    }

    /// The rules compiled so far; ends the compiler.
    consuming func finish() throws(RuleError) -> CompiledRules {
        var rules: UnsafeMutablePointer<YR_RULES>?
        let result = unsafe yr_compiler_get_rules(compiler, &rules)
        guard let rules = unsafe rules, result == ERROR_SUCCESS else {
            throw .engine("libyara gives no rules: error \(result)")
        }
        return unsafe CompiledRules(owning: rules)
    }

    /// What the compiler said, bounded. A class, since libyara carries a pointer to it.
    private final class MessageList {
        var list: [CompilerMessage] = []

        func append(_ message: CompilerMessage) {
            if list.count < RuleLimits.messages { list.append(message) }
        }
    }

    private let collectMessage: YR_COMPILER_CALLBACK_FUNC = { level, _, line, rule, words, context in
        // Safe: `add` passes a list that outlives its call; the strings are copied before the callback
        // returns.
        guard let context = unsafe context else { return }
        let list = unsafe Unmanaged<MessageList>.fromOpaque(context).takeUnretainedValue()
        let name = unsafe rule.flatMap { unsafe $0.pointee.identifier }.map { unsafe String(cString: $0) }
        let text = unsafe words.map { unsafe String(cString: $0) } ?? ""
        let isError = level == YARA_ERROR_LEVEL_ERROR
        list.append(CompilerMessage(isError: isError, line: Int(line), rule: name, text: text))
    }
}

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
