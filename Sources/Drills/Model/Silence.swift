/// What must not be found in a drill.
public struct Silence: Equatable, Sendable {
    /// What it is.
    public var title = BilingualText()
    /// What would break it. Without any part it is every detection that no inject expects.
    public var pattern = DetectionPattern()
    /// Points while it holds, 0 to 1,000.
    public var points = 0

    /// A silence about everything, for nothing.
    public init() {}
}
