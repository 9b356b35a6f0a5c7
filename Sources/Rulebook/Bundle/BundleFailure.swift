/// A path that was given as rules and cannot be used.
public struct BundleFailure: Error, Equatable, Sendable {
    /// The path.
    public let path: String
    /// What is wrong with it.
    public let error: BundleError

    /// A failure from its parts.
    public init(path: String, error: BundleError) {
        self.path = path
        self.error = error
    }
}
