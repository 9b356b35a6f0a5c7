/// A flow's number in the event log: positive, at most 2⁵³−1 so that every JSON reader keeps it exact, and
/// derived from the flow itself, so that any number of workers and any later run give the same.
public struct FlowID: RawRepresentable, Hashable, Codable, Sendable {
    /// The number, 1 to 2⁵³−1.
    public let rawValue: UInt64

    /// A number out of the range is folded into it.
    @inlinable
    public init(rawValue: UInt64) {
        self.rawValue = max(1, rawValue & (1 << 53 - 1))
    }
}
