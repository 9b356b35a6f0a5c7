import AppLayer
import NetTypes
import Wire

/// Feeds one flow as the sensor does, and checks what must hold after each step.
public struct ApplicationDriver: ~Copyable {
    private var application: ApplicationInspector
    private let configuration: AppLayerConfiguration
    private let decoder = Decoder()
    private let isDatagrams: Bool
    private var frame: UInt64 = 0
    private var client: Endpoint?
    /// What was said of the objects that have ended, in order.
    public private(set) var records: [FileRecord] = []

    /// Many short runs find more than few long ones.
    private static let mostSteps = 256

    /// A flow of a protocol; nil has it told from the bytes. Three bytes of the input choose limits: small ones are
    /// met by few bytes.
    public init(
        _ protocol: ApplicationProtocol?, isDatagrams: Bool = false, _ input: inout FuzzInput
    ) {
        configuration = Self.configuration(limits: input.byte(), detection: input.byte())
        _ = input.byte()
        application = ApplicationInspector(configuration)
        self.isDatagrams = isDatagrams
        application.open(0, Self.flow(isDatagrams ? .udp : .tcp))
        if let `protocol` { application.force(`protocol`, 0) }
    }

    private static func configuration(limits: UInt8, detection: UInt8) -> AppLayerConfiguration {
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
        return configuration
    }

    private static func flow(_ transport: TransportProtocol) -> FlowContext {
        FlowContext(
            id: FlowID(rawValue: 1), client: Endpoint(address: IPAddress(ipv4: 0xc633_6401), port: 40000),
            server: Endpoint(address: IPAddress(ipv4: 0xcb00_7101), port: 80), transport: transport,
            vlans: VLANStack(), tunnelDepth: 0, communityID: "")
    }

    /// Takes steps until the input ends, and ends the flow. A step is a byte that says what it is, and a recorded
    /// frame, whose payload is fed, or a piece of a direction, or the length of a gap in it.
    public mutating func run(_ input: inout FuzzInput) {
        var steps = 0
        while !input.isEmpty, steps < Self.mostSteps {
            step(&input)
            steps += 1
        }
        finish(isClosed: frame % 2 == 0)
    }

    private mutating func step(_ input: inout FuzzInput) {
        let kind = input.byte()
        if kind == 1 {
            recorded(RecordedFrame(&input))
        } else if kind & 4 != 0 {
            frame += 1
            let header = header()
            application.gap(UInt64(input.word()) + 1, header, 0, kind & 2 == 0 ? .toServer : .toClient)
            check()
        } else {
            feed(input.take(input.word()), kind & 2 == 0 ? .toServer : .toClient)
        }
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
        feed(Array(bytes[packet.payload]), client == source ? .toServer : .toClient)
    }

    /// Feeds bytes of a direction.
    public mutating func feed(_ bytes: [UInt8], _ direction: Direction) {
        frame += 1
        let header = header()
        let clear =
            isDatagrams
            ? application.takeDatagram(bytes.span, header, 0, direction)
            : application.take(bytes.span, header, 0, direction)
        precondition((0...bytes.count).contains(clear), "more in the clear than there is")
        check()
    }

    private mutating func check() {
        for object in application.takeObjects() {
            records.append(object.record)
            precondition(object.bytes.count <= configuration.largestObject, "more kept than the limit lets")
            precondition(object.record.object.size == UInt64(object.bytes.count), "the size of an object")
        }
        for transaction in application.takeTransactions() {
            precondition(Set(transaction.fields.map(\.name)).count == transaction.fields.count, "names twice")
        }
        _ = application.takeOdd()
        _ = application.takeRecognised()
        let account = application.statistics
        precondition(account.objects == account.open + UInt64(records.count), "the account of objects")
        precondition(account.open <= UInt64(configuration.mostObjects), "more objects than the limit lets")
    }

    /// The flow ends; nothing may stay open.
    public mutating func finish(isClosed: Bool = true) {
        frame += 1
        application.finish(0, isClosed: isClosed, header())
        check()
        application.close(0)
        precondition(application.statistics.open == 0, "objects after the end")
    }
}
