import Synchronization

/// The languages people are spoken to in. Machine output has none.
enum Language: String, CaseIterable, Sendable {
    /// The house's first language.
    case vietnamese = "vi"
    /// The other one.
    case english = "en"

    /// The language of this process: chosen at its start, before the first text is rendered.
    static var current: Language {
        get { chosen.withLock { $0 } }
        set { chosen.withLock { $0 = newValue } }
    }

    private static let chosen = Mutex(Language.vietnamese)

    /// The language that a command line or, where it is silent, the locale asks for.
    ///
    /// The command line is read here ahead of its parser, because help and usage errors speak too. Only a locale
    /// that says English gives English: `C`, `POSIX` and none at all mean that nobody chose.
    static func asked(arguments: [String], environment: [String: String]) -> Language {
        if let option = option(in: arguments) { return option }
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.hasPrefix("en") ? .english : .vietnamese
    }

    /// What `--lang` says, as one argument or two; nil when it is absent or names no language we speak.
    private static func option(in arguments: [String]) -> Language? {
        var found: Language?
        let options = arguments.prefix { $0 != "--" }
        for (index, argument) in options.enumerated() {
            if argument.hasPrefix("--lang=") {
                found = Language(rawValue: String(argument.dropFirst(7))) ?? found
            }
            if argument == "--lang", index + 1 < options.count {
                found = Language(rawValue: options[index + 1]) ?? found
            }
        }
        return found
    }
}
