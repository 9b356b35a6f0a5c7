import NetTypes

/// What has to be the same of a detection before and after: everything but bytes and addresses, which are replaced, and
/// what follows from them.
struct DetectionMark: Hashable {
    let rule: String
    let client: Endpoint
    let server: Endpoint
    let transport: TransportProtocol
    let direction: Direction
    let object: ScannedObject.Kind
    let size: UInt64
    let strings: [String]
    let firstFrame: UInt64
    let lastFrame: UInt64

    /// The mark of a detection, with its addresses as the map has them.
    init(_ detection: Detection, _ map: (IPAddress) -> IPAddress = { $0 }) {
        let flow = detection.flow
        rule = detection.rule.namespace + "/" + detection.rule.name
        client = Endpoint(address: map(flow.client.address), port: flow.client.port)
        server = Endpoint(address: map(flow.server.address), port: flow.server.port)
        transport = flow.transport
        direction = detection.direction
        object = detection.object.kind
        size = detection.object.size
        strings = detection.strings.map { "\($0.identifier) \($0.offset) \($0.length)" }
        firstFrame = detection.firstFrame
        lastFrame = detection.lastFrame
    }

    /// The flow that it is in.
    var flow: FlowKey { FlowKey(client, server, transport: transport, vlans: VLANStack()) }
}
