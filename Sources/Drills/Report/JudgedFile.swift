/// A file that a drill was judged by, so that anybody can see that he has the same one.
public struct JudgedFile: Equatable, Sendable {
    /// Its name, without the folders above.
    public var name: String
    /// Hexadecimal SHA-256 of it; empty while it may still change.
    public var sha256: String

    /// A file from its name and digest.
    public init(name: String, sha256: String) {
        self.name = name
        self.sha256 = sha256
    }
}
