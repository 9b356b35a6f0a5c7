/// A file under its name, as the ledger recognises it.
public struct LedgerFile: Hashable, Sendable {
    /// Its name as it was given.
    public var path: LedgerPath
    /// By what it is recognised.
    public var identity: LedgerIdentity
    /// SHA-256 of all its bytes as they are on the disk; nil as long as nobody has computed it.
    public var content: [UInt8]?

    /// A file from its parts.
    public init(path: LedgerPath, identity: LedgerIdentity, content: [UInt8]? = nil) {
        self.path = path
        self.identity = identity
        self.content = content
    }

    /// The regular file that a path leads to, not read yet; nil where there is none.
    public init?(at path: LedgerPath) {
        guard let identity = LedgerIdentity(at: path) else { return nil }
        self.init(path: path, identity: identity)
    }
}
