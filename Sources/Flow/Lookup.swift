import NetTypes

/// What the table says about a packet.
public enum Lookup: Equatable, Sendable {
    /// It belongs to this flow.
    case found(FlowIndex, Direction)
    /// The flow with its key is over, for this reason: end it, release it, and look again.
    case over(FlowIndex, FlowRecord.EndReason)
    /// There is no flow with its key and room for one.
    case absent
}
