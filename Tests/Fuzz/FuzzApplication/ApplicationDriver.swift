import AppLayer
import FuzzSupport
import NetTypes
import Wire

/// Feeds one flow as the sensor does, and checks what must hold after each step.
struct ApplicationDriver: ~Copyable {
    private var application: ApplicationInspector
    private let configuration: AppLayerConfiguration
    private let decoder = Decoder()
    private let isDatagrams: Bool
    private var frame: UInt64 = 0
    private var client: Endpoint?
    private var ended: UInt64 = 0

    /// Small limits are met by few bytes; the choice of a parser may be none.
    init(_ choice: UInt8, limits: UInt8, detection: UInt8) {
        var configuration = AppLayerConfiguration()
        if limits & 0x80 != 0 {
            configuration.largestObject = 16 << Int(limits & 7)
            configuration.objectBudget = 64 << Int(limits & 7)
            configuration.mostObjects = 1 + Int(limits & 7)
            configuration.mostMembers = 2 + Int(limits & 7)
            configuration.mostPending = 1 + Int(limits >> 3 & 7)
            configuration.nesting = Int(limits >> 3 & 3)
            configuration.largestHeader = 64 << Int(limits >> 3 & 7)
        }
        configuration.detectionBytes = 16 + Int(detection) * 2
        self.configuration = configuration
        application = ApplicationInspector(configuration)
        let protocols = ApplicationProtocol.allCases
        let index = Int(choice & 0x7f) % (protocols.count + 1)
        isDatagrams = choice & 0x80 != 0
        application.open(0, Self.flow(isDatagrams ? .udp : .tcp))
        if index > 0 { application.force(protocols[index - 1], 0) }
    }

    private static func flow(_ transport: TransportProtocol) -> FlowContext {
        FlowContext(
            id: FlowID(rawValue: 1), client: Endpoint(address: IPAddress(ipv4: 0xc633_6401), port: 40000),
            server: Endpoint(address: IPAddress(ipv4: 0xcb00_7101), port: 80), transport: transport,
            vlans: VLANStack(), tunnelDepth: 0, communityID: "")
    }

    /// Takes one step of the input.
    mutating func step(_ input: inout FuzzInput) {
        let kind = input.byte()
        frame += 1
        if kind == 1 {
            recorded(RecordedFrame(&input))
        } else if kind & 4 != 0 {
            let header = header()
            application.gap(UInt64(input.word()) + 1, header, 0, kind & 2 == 0 ? .toServer : .toClient)
        } else {
            feed(input.take(input.word()).span, kind & 2 == 0 ? .toServer : .toClient)
        }
        check()
    }

    private func header() -> FrameHeader {
        FrameHeader(
            number: frame, timestamp: Timestamp(seconds: Int64(frame), nanoseconds: 0), wireLength: 0,
            linkType: .ethernet)
    }

    /// The payload of a real frame; who spoke first is the client.
    private mutating func recorded(_ recorded: RecordedFrame) {
        let bytes = recorded.bytes
        let header = FrameHeader(
            number: frame, timestamp: .zero, wireLength: bytes.count, linkType: recorded.linkType)
        guard case .packet(let packet) = decoder.decode(bytes.span, header) else { return }
        let source = Endpoint(address: packet.source, port: packet.sourcePort)
        if client == nil { client = source }
        feed(bytes.span.extracting(packet.payload), client == source ? .toServer : .toClient)
    }

    private mutating func feed(_ bytes: Span<UInt8>, _ direction: Direction) {
        let header = header()
        let clear =
            isDatagrams
            ? application.takeDatagram(bytes, header, 0, direction)
            : application.take(bytes, header, 0, direction)
        precondition((0...bytes.count).contains(clear), "more in the clear than there is")
    }

    private mutating func check() {
        for object in application.takeObjects() {
            ended += 1
            precondition(object.bytes.count <= configuration.largestObject, "more kept than the limit lets")
            precondition(object.record.object.size == UInt64(object.bytes.count), "the size of an object")
        }
        for transaction in application.takeTransactions() {
            precondition(Set(transaction.fields.map(\.name)).count == transaction.fields.count, "names twice")
        }
        _ = application.takeOdd()
        _ = application.takeRecognised()
        let account = application.statistics
        precondition(account.objects == account.open + ended, "the account of objects")
        precondition(account.open <= UInt64(configuration.mostObjects), "more objects than the limit lets")
    }

    /// The flow ends; nothing may stay open.
    mutating func finish() {
        frame += 1
        application.finish(0, isClosed: frame % 2 == 0, header())
        check()
        application.close(0)
        precondition(application.statistics.open == 0, "objects after the end")
    }
}
