/// Looks for what a rule's metadata says, as text.
public struct MetadataReader {
    private let metadata: [RuleIdentity.Metadata]

    /// Keys under which public rules name ATT&CK techniques.
    public static let techniqueKeys = ["attack", "mitre_attack", "mitre_att"]

    /// A reader of these lines.
    public init(_ metadata: [RuleIdentity.Metadata]) {
        self.metadata = metadata
    }

    /// The values under a key, in their order.
    public func values(_ key: String) -> [RuleIdentity.Value] {
        metadata.filter { $0.key == key }.map(\.value)
    }

    /// The first value that is not empty, under the first of the keys that has one.
    public func first(_ keys: String...) -> String? {
        keys.lazy.flatMap { values($0) }.map(Self.text).first { !$0.isEmpty }
    }

    /// All values under the keys, also where a number or a low line and a number follow the key, each once.
    public func all(_ keys: String...) -> [String] {
        var found: [String] = []
        for line in metadata {
            let stem = line.key.reversed().drop { $0.isNumber || $0 == "_" }.reversed()
            guard keys.contains(line.key) || keys.contains(String(stem)) else { continue }
            let text = Self.text(line.value)
            if !text.isEmpty, !found.contains(text) { found.append(text) }
        }
        return found
    }

    /// The words of all values under a key, which stand between commas or blanks.
    public func list(_ key: String) -> [String] {
        values(key).flatMap { Self.text($0).split { $0 == "," || $0 == " " || $0 == ";" }.map(String.init) }
    }

    /// The last number under a key.
    public func number(_ key: String) -> Int? {
        values(key).compactMap { Int(Self.text($0)) }.last
    }

    /// A value as text.
    public static func text(_ value: RuleIdentity.Value) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): String(number)
        case .boolean(let boolean): boolean ? "true" : "false"
        }
    }
}
