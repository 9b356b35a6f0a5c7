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
