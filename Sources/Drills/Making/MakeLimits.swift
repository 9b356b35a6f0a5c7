/// What bounds the making of a drill.
public struct MakeLimits: Equatable, Sendable {
    /// The most bytes of frames that are taken out of the capture; more is an error.
    public var sliceBytes = 256 << 20
    /// The most addresses of the capture that are remembered; more is an error.
    public var addresses = 1 << 20
    /// The most texts that are replaced.
    public var texts = 10_000
    /// The fewest bytes of a text: a shorter one is found everywhere by chance.
    public var shortestText = 3
    /// The most bytes of a text.
    public var longestText = 128
    /// Keys that are tried until no replacement is an original.
    public var keys = 128
    /// The most injects that are drafted; what is found beyond them is told by the last.
    public var injects = 200

    /// The default limits.
    public init() {}
}
