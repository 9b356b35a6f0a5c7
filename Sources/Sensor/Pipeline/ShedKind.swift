/// What is left out first when a worker falls behind.
enum ShedKind: UInt64, Sendable {
    /// Payload that is encrypted, which no rule can read.
    case encrypted = 1
    /// The body of an object, far behind its head.
    case bulk = 2
}
