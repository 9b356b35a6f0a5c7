import NetTypes

/// The application layer of all flows of one inspector: tells what each speaks, has the right parser read it, and
/// hands on transactions and objects. Flows are named by the position that the caller gave them.
public struct ApplicationInspector: ~Copyable {
    let configuration: AppLayerConfiguration
    let output: ParserOutput
    private let typer = FileTyper()
    var flows: [FlowApplication] = []
    var expectations = ExpectationList()
    /// Bytes kept of flows whose protocol is not told, over all flows, with what keeping them costs.
    var held = 0
    /// Flows whose protocol was told since this was last taken.
    private var recognised: [(flow: Int, application: ApplicationProtocol)] = []

    /// Bytes kept of all flows whose protocol is not told; beyond it a flow is judged by what there is of it.
    static let mostHeld = 64 << 20
    /// How often a flow may change its protocol: an upgrade inside a tunnel inside a proxy is three.
    static let mostChanges = 4

    /// An inspector that has seen nothing.
    public init(_ configuration: AppLayerConfiguration) {
        self.configuration = configuration
        output = ParserOutput(configuration)
    }

    /// A new flow.
    public mutating func open(_ flow: Int, _ context: FlowContext) {
        while flows.count <= flow { flows.append(FlowApplication()) }
        flows[flow] = FlowApplication()
        flows[flow].context = context
        guard let expected = expectations.take(context) else {
            flows[flow].state = context.transport == .tcp || context.transport == .udp ? .undecided : .ignored
            return
        }
        switch expected {
        case .ftpData(let transfer):
            flows[flow].state = .stream(.ftpData(FTPDataParser(transfer)))
            recognise(flow, .ftpData)
        case .tftp(let transfer):
            flows[flow].state = .datagrams(.tftp(TFTPParser(configuration, transfer: transfer)))
            recognise(flow, .tftp)
        }
    }

    /// Gives a new flow to a parser without looking at its bytes: for fuzzing, which would have to guess them.
    package mutating func force(_ application: ApplicationProtocol, _ flow: Int) {
        if flows[flow].context?.transport == .udp {
            guard let parser = DatagramParser(application, configuration) else { return }
            flows[flow].state = .datagrams(parser)
        } else {
            guard let parser = StreamParser(application, configuration) else { return }
            flows[flow].state = .stream(parser)
        }
    }

    /// Takes the next bytes of a stream. Returns how many of them, from the first, are in the clear: the others are
    /// encrypted and need not be scanned.
    public mutating func take(
        _ bytes: Span<UInt8>, _ header: FrameHeader, _ flow: Int, _ direction: Direction
    ) -> Int {
        guard bytes.count > 0, let context = flows[flow].context else { return bytes.count }
        output.origin = Origin(context, flows[flow].oriented(direction), header)
        output.select(flow)
        output.encryptedFrom = nil
        output.hasShed = false
        switch flows[flow].state {
        case .ignored, .datagrams: return bytes.count
        case .undecided: hold(bytes, flow)
        case .stream(let parser): feed(parser, bytes, flow)
        }
        let clear = min(max(0, output.encryptedFrom ?? bytes.count), bytes.count)
        output.count(encrypted: bytes.count - clear)
        return clear
    }

    /// Keeps no more than so many bytes of each object from here on; nil for as many as the limits allow. For when the
    /// caller has fallen behind.
    public func keepHeads(_ bytes: Int?) {
        output.head = bytes
    }

    /// True when the last bytes of a stream were left out for that, and held nothing but the middle of an object. Once
    /// the caller has caught up it is false: what follows of that object is in the stream, though not in the object.
    public var hasOnlyShed: Bool { output.head != nil && output.hasOnlyShed }

    /// Takes a datagram; returns how many of its bytes are in the clear.
    public mutating func takeDatagram(
        _ bytes: Span<UInt8>, _ header: FrameHeader, _ flow: Int, _ direction: Direction
    ) -> Int {
        guard bytes.count > 0, let context = flows[flow].context else { return bytes.count }
        output.origin = Origin(context, flows[flow].oriented(direction), header)
        output.select(flow)
        output.encryptedFrom = nil
        if case .undecided = flows[flow].state { tell(bytes, flow, direction) }
        guard case .datagrams(let parser) = flows[flow].state else { return bytes.count }
        parser.take(bytes, direction, output)
        afterParsing()
        let clear = min(max(0, output.encryptedFrom ?? bytes.count), bytes.count)
        output.count(encrypted: bytes.count - clear)
        return clear
    }

    /// Bytes of a stream will never come.
    public mutating func gap(_ length: UInt64, _ header: FrameHeader, _ flow: Int, _ direction: Direction) {
        guard let context = flows[flow].context else { return }
        output.origin = Origin(context, flows[flow].oriented(direction), header)
        output.select(flow)
        switch flows[flow].state {
        case .ignored, .datagrams: break
        case .undecided: holdGap(length, flow)
        case .stream(let parser):
            parser.gap(length, output.origin.direction, output)
            afterParsing()
        }
    }

    /// A flow has ended; `isClosed` when both sides said so. It stays until `close`.
    public mutating func finish(_ flow: Int, isClosed: Bool, _ header: FrameHeader) {
        guard let context = flows[flow].context else { return }
        output.origin = Origin(context, .toServer, header)
        output.select(flow)
        output.encryptedFrom = nil
        if case .undecided = flows[flow].state, !flows[flow].held.isEmpty { decide(flow, isFull: true) }
        switch flows[flow].state {
        case .stream(let parser): parser.finish(isClosed: isClosed, output)
        case .datagrams(let parser): parser.finish(output)
        case .ignored, .undecided: break
        }
        ignore(flow)
        afterParsing()
    }

    /// Forgets a flow.
    public mutating func close(_ flow: Int) {
        ignore(flow)
        flows[flow] = FlowApplication()
        output.forget(flow)
    }

    /// True when something was found that is to be taken.
    public var hasFindings: Bool {
        output.hasFindings || !recognised.isEmpty
    }

    /// Takes the flows whose protocol was told since the last time.
    public mutating func takeRecognised() -> [(flow: Int, application: ApplicationProtocol)] {
        defer { recognised.removeAll(keepingCapacity: true) }
        return recognised
    }

    /// Takes the transactions that ended since the last time.
    public mutating func takeTransactions() -> [Transaction] { output.takeTransactions() }

    /// Takes the objects that ended since the last time, and the members of archives behind them. Their types are
    /// still to be asked for.
    public mutating func takeObjects() -> [ExtractedObject] {
        var objects: [ExtractedObject] = []
        for object in output.takeFinished() {
            objects.append(object)
            objects += output.open(object)
        }
        return objects
    }

    /// The type of an object in libmagic's words; empty when it cannot be told. It costs as much as scanning 100 KB.
    public func type(of object: ExtractedObject) -> String {
        typer.type(of: object.bytes.span)
    }

    /// Takes what was odd since the last time, in the flow that was fed last. To be asked after the objects, whose
    /// archives may be odd.
    public mutating func takeOdd() -> AnomalySet { output.takeOdd() }

    /// The account; what became of objects after they were handed on is the caller's to add.
    public var statistics: ApplicationStatistics { output.statistics }

    /// Notes that a flow's protocol was told.
    mutating func recognise(_ flow: Int, _ application: ApplicationProtocol) {
        output.countRecognised()
        flows[flow].context?.application = application
        if let context = flows[flow].context { output.origin.flow = context }
        recognised.append((flow, application))
    }

    /// Looks no further at a flow.
    mutating func ignore(_ flow: Int) {
        held -= flows[flow].heldCost
        flows[flow].held = []
        flows[flow].toServer = []
        flows[flow].toClient = []
        flows[flow].state = .ignored
    }

    /// Takes over what a parser announced.
    mutating func afterParsing() {
        for expectation in output.takeExpectations() { expectations.add(expectation) }
    }
}
