import NetTypes

/// What is known of the application of one flow.
struct FlowApplication {
    /// How far its protocol has been told.
    enum State {
        /// No such flow, or nothing more to be looked at.
        case ignored
        /// Bytes are kept until the protocol is told.
        case undecided
        /// A parser has it.
        case stream(StreamParser)
        /// A parser has its datagrams.
        case datagrams(DatagramParser)
    }

    /// A piece that was kept while the protocol was not told.
    struct Piece {
        var direction: Direction
        /// Number of the frame that carried it, and its capture time.
        let frame: UInt64
        let timestamp: Timestamp
        let bytes: [UInt8]
        /// Bytes that never came, after `bytes`.
        var gap: UInt64 = 0

        init(_ origin: Origin, bytes: [UInt8], gap: UInt64 = 0) {
            direction = origin.direction
            frame = origin.frame
            timestamp = origin.timestamp
            self.bytes = bytes
            self.gap = gap
        }

        /// What keeping it costs: a byte that comes alone takes up many times itself.
        var cost: Int { bytes.count + MemoryLayout<Piece>.stride + Self.arrayHeader }

        /// What the allocation of an array takes besides its elements.
        private static let arrayHeader = 32
    }

    var state = State.ignored
    /// What events say of the flow.
    var context: FlowContext?
    /// Everything kept so far, in the order of arrival.
    var held: [Piece] = []
    /// The first bytes of each direction.
    var toServer: [UInt8] = []
    var toClient: [UInt8] = []
    /// True when the side that the caller takes for the server is the client: its first packet was captured later.
    var isSwapped = false
    /// How often the protocol has changed.
    var changes: UInt8 = 0

    /// What everything kept so far costs.
    var heldCost: Int { held.reduce(0) { $0 + $1.cost } }

    /// A direction that the caller named, as the application has it.
    func oriented(_ direction: Direction) -> Direction {
        isSwapped ? direction.reversed : direction
    }
}
