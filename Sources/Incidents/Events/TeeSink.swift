import NetTypes

/// Hands every finding to two sinks, the first one first.
public struct TeeSink<First: FindingSink, Second: FindingSink>: FindingSink {
    /// Gets each finding first.
    public var first: First
    /// Gets it after that.
    public var second: Second

    /// A tee of two sinks.
    public init(_ first: First, _ second: Second) {
        self.first = first
        self.second = second
    }

    /// Takes one finding for both.
    public mutating func receive(_ finding: Finding) {
        first.receive(finding)
        second.receive(finding)
    }
}
