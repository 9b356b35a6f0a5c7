/// The text of one rule file, before it is compiled.
public struct RuleSource: Equatable, Sendable {
    /// The file, as problems name it; includes are relative to its folder.
    public var file: String
    /// The namespace of its rules.
    public var namespace: String
    /// Its bytes. Owned.
    public var bytes: [UInt8]
    /// The folder, or the name of the files in memory, that includes stay in; nil to include nothing.
    var root: String?

    /// A source from its parts.
    public init(file: String, namespace: String, bytes: [UInt8]) {
        self.file = file
        self.namespace = namespace
        self.bytes = bytes
    }
}
