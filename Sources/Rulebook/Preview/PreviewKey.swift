import NetTypes

/// What makes a hit of an old rule and one of its new version the same hit: the unit of bytes, not the place in it.
struct PreviewKey: Hashable {
    let row: Int
    let flow: FlowID
    let isToServer: Bool
    let kind: ScannedObject.Kind
    let name: String
    let size: UInt64
    let sha256: [UInt8]?

    init(row: Int, _ detection: Detection) {
        self.row = row
        flow = detection.flow.id
        isToServer = detection.direction == .toServer
        kind = detection.object.kind
        name = detection.object.name
        size = detection.object.size
        sha256 = detection.object.sha256
    }
}
