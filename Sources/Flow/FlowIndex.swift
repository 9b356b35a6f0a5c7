/// Where a flow lies in the table. Valid until the flow is released; other rooms keep arrays parallel to it.
public struct FlowIndex: Hashable, Sendable {
    /// Position in the table, from 0 to below the capacity.
    public let rawValue: Int

    @inline(__always)
    init(_ rawValue: Int) {
        self.rawValue = rawValue
    }
}
