import NetTypes

/// A flow that was left out of a drill.
public struct DroppedFlow: Equatable, Sendable {
    /// One end of it, in the original.
    public let low: Endpoint
    /// The other end.
    public let high: Endpoint
    /// What it speaks.
    public let transport: TransportProtocol
    /// Why it was left out.
    public let reason: Reason

    /// Why a flow was left out.
    public enum Reason: Equatable, Sendable {
        /// An original is left: in a `header`, a `frame`, a `stream`, a `datagram`, an `object` or a `transaction`.
        case leak(String)
        /// What was found in the original is not found in it.
        case detections
    }
}
