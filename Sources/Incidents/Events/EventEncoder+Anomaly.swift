import NetTypes

extension EventEncoder {
    /// Writes the members of an `anomaly` event. The sender of the frame is the source, when there is a flow.
    func writeAnomaly(_ record: AnomalyRecord, to json: inout JSONLine) {
        writeCommon(
            "anomaly", at: record.timestamp, frame: record.frame, flow: record.flow,
            direction: record.flow == nil ? nil : record.direction, interface: record.interface, to: &json)
        json.object("anomaly") { json in
            let layer = record.anomaly.layer
            json.member("type", Self.anomalyType(layer))
            json.member("event", record.anomaly.name)
            json.member("layer", layer)
        }
    }

    /// The schema's kinds are `decode`, `stream` and `applayer`; scanning is none of them and keeps its own
    /// word.
    private static func anomalyType(_ layer: String) -> String {
        switch layer {
        case "decode", "defrag": "decode"
        case "flow", "stream": "stream"
        case "app": "applayer"
        default: layer
        }
    }
}
