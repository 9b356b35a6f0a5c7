/// One key of the configuration file: the single place that says what it is called, takes, means and sets.
struct ConfigurationKey: Sendable {
    /// Its name with its sections: `flow.timeouts.udp`.
    let path: String
    /// What it takes.
    let kind: ConfigurationKind
    /// What it means, in Vietnamese.
    let vietnamese: String
    /// What it means, in English.
    let english: String
    /// The value in settings.
    let get: @Sendable (Settings) -> ConfigurationValue
    /// Puts a value of the right kind into settings.
    let set: @Sendable (inout Settings, ConfigurationValue) -> Void

    /// A key for a whole number.
    static func number(
        _ path: String, _ place: any WritableKeyPath<Settings, Int> & Sendable, _ range: ClosedRange<Int>,
        _ unit: ConfigurationUnit = .count, vi: String, en: String
    ) -> ConfigurationKey {
        ConfigurationKey(
            path: path, kind: .number(range, unit: unit), vietnamese: vi, english: en,
            get: { .number($0[keyPath: place]) },
            set: { if case .number(let number) = $1 { $0[keyPath: place] = number } })
    }

    /// A key for a truth.
    static func boolean(
        _ path: String, _ place: any WritableKeyPath<Settings, Bool> & Sendable, vi: String, en: String
    ) -> ConfigurationKey {
        ConfigurationKey(
            path: path, kind: .boolean, vietnamese: vi, english: en,
            get: { .boolean($0[keyPath: place]) },
            set: { if case .boolean(let boolean) = $1 { $0[keyPath: place] = boolean } })
    }

    /// A key for one word of a closed set.
    static func word<Word: RawRepresentable<String> & CaseIterable & SendableMetatype>(
        _ path: String, _ place: any WritableKeyPath<Settings, Word> & Sendable, vi: String, en: String
    ) -> ConfigurationKey {
        ConfigurationKey(
            path: path, kind: .word(Word.allCases.map(\.rawValue)), vietnamese: vi, english: en,
            get: { .text($0[keyPath: place].rawValue) },
            set: {
                if case .text(let text) = $1, let word = Word(rawValue: text) { $0[keyPath: place] = word }
            })
    }

    /// A key for a text.
    static func text(
        _ path: String, _ place: any WritableKeyPath<Settings, String> & Sendable, vi: String, en: String
    ) -> ConfigurationKey {
        ConfigurationKey(
            path: path, kind: .text, vietnamese: vi, english: en,
            get: { .text($0[keyPath: place]) },
            set: { if case .text(let text) = $1 { $0[keyPath: place] = text } })
    }
}
