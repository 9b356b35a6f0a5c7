import NetTypes

/// Where the bytes that a parser is being fed come from.
struct Origin {
    /// The flow.
    var flow: FlowContext
    /// Which way they go.
    var direction: Direction
    /// Number of the frame that carried them.
    var frame: UInt64
    /// Its capture time.
    var timestamp: Timestamp

    /// An origin from its parts.
    init(_ flow: FlowContext, _ direction: Direction, _ header: FrameHeader) {
        self.flow = flow
        self.direction = direction
        frame = header.number
        timestamp = header.timestamp
    }

    /// Nowhere: before the first frame.
    init() {
        let nobody = Endpoint(address: IPAddress(ipv4: 0), port: 0)
        flow = FlowContext(
            id: FlowID(rawValue: 0), client: nobody, server: nobody, transport: .tcp, vlans: VLANStack(),
            tunnelDepth: 0, communityID: "")
        direction = .toServer
        frame = 0
        timestamp = .zero
    }
}
