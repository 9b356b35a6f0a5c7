/// A flow's life in one value, made when it ends.
public struct FlowRecord: Equatable, Sendable {
    /// Which flow.
    public var context: FlowContext
    /// Time of its first packet.
    public var start: Timestamp
    /// Time of its last packet.
    public var end: Timestamp
    /// Number of the frame that opened it.
    public var firstFrame: UInt64
    /// Number of the last frame that belonged to it.
    public var lastFrame: UInt64
    /// Packets and bytes from client to server.
    public var toServer: Traffic
    /// Packets and bytes from server to client.
    public var toClient: Traffic
    /// How far it came.
    public var state: State
    /// Why it ended.
    public var reason: EndReason
    /// True when a rule hit in it.
    public var alerted: Bool
    /// True when the capture did not hold its handshake (TCP only).
    public var midstream: Bool

    /// A record from its parts.
    public init(
        context: FlowContext, start: Timestamp, end: Timestamp, firstFrame: UInt64, lastFrame: UInt64,
        toServer: Traffic, toClient: Traffic, state: State, reason: EndReason, alerted: Bool, midstream: Bool
    ) {
        self.context = context
        self.start = start
        self.end = end
        self.firstFrame = firstFrame
        self.lastFrame = lastFrame
        self.toServer = toServer
        self.toClient = toClient
        self.state = state
        self.reason = reason
        self.alerted = alerted
        self.midstream = midstream
    }

    /// What went one way.
    public struct Traffic: Equatable, Sendable {
        /// Packets; a datagram that came in fragments counts once.
        public var packets: UInt64 = 0
        /// Bytes of the frames on the wire.
        public var bytes: UInt64 = 0
        /// Payload bytes that will never come (TCP only).
        public var gapBytes: UInt64 = 0
        /// All TCP flags seen, ORed; 0 for other protocols.
        public var tcpFlags: UInt8 = 0

        /// Nothing yet.
        @inlinable
        public init() {}
    }

    /// How far a flow came, in the event schema's words.
    public enum State: String, Sendable {
        /// Only one side has been seen.
        case new
        /// Both sides have been seen (for TCP: the handshake is done).
        case established
        /// TCP: closed by FIN or RST.
        case closed
    }

    /// Why a flow ended.
    public enum EndReason: UInt8, CaseIterable, Sendable {
        /// Nothing came for as long as its state allows.
        case timeout
        /// The capture ended.
        case shutdown
        /// A new flow took the same addresses and ports.
        case reused
        /// The table was full.
        case evicted
    }
}
