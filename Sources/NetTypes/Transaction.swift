/// What one exchange of an application protocol said: a request and its response, a mail, a query, a handshake.
///
/// The fields are an ordered tree with the names of the EVE schema, so that parser, event log and tables need no
/// type of their own for each of a dozen protocols. Owned values: nothing in it borrows from a frame.
public struct Transaction: Equatable, Sendable {
    /// The protocol; its name is also the event's type, and that of the object the fields are in.
    public var application: ApplicationProtocol
    /// The flow.
    public var flow: FlowContext
    /// Which way what it is about went: to the server for a request that has its answer with it.
    public var direction: Direction
    /// Capture time of the frame that completed it.
    public var timestamp: Timestamp
    /// Number of that frame.
    public var frame: UInt64
    /// Its position among the transactions of its flow, from 0.
    public var number: UInt64
    /// What it said.
    public var fields: [RecordField]

    /// A transaction from its parts.
    public init(
        application: ApplicationProtocol, flow: FlowContext, direction: Direction, timestamp: Timestamp,
        frame: UInt64, number: UInt64, fields: [RecordField]
    ) {
        self.application = application
        self.flow = flow
        self.direction = direction
        self.timestamp = timestamp
        self.frame = frame
        self.number = number
        self.fields = fields
    }
}
