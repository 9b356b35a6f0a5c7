/// The limits of a case folder.
public struct CaseLimits: Equatable, Sendable {
    /// Bytes of all its files together; more end the export with an error. By default 64 GiB.
    public var bytes: UInt64 = 64 << 30
    /// Bytes of one object; a larger one is left out, and said. By default 256 MiB.
    public var object = 256 << 20
    /// Objects; more are left out, and said. By default 10,000.
    public var objects = 10_000

    /// The default limits.
    public init() {}
}
