import NetTypes
import Testing
import Wire

/// What the decoder makes of `bytes`; `wireLength` is more than their number when the capture cut them.
func outcome(
    _ bytes: [UInt8], _ linkType: LinkType = .ethernet, wireLength: Int? = nil,
    _ configuration: DecoderConfiguration = .init()
) -> Wire.Decoder.Outcome {
    let header = FrameHeader(
        number: 1, timestamp: Timestamp(nanoseconds: 0), wireLength: wireLength ?? bytes.count,
        linkType: linkType)
    return Wire.Decoder(configuration: configuration).decode(bytes.span, header)
}

/// The packet in `bytes`; the test fails where there is none.
func packet(
    _ bytes: [UInt8], _ linkType: LinkType = .ethernet, wireLength: Int? = nil,
    _ configuration: DecoderConfiguration = .init(), sourceLocation: SourceLocation = #_sourceLocation
) throws -> Packet {
    let result = outcome(bytes, linkType, wireLength: wireLength, configuration)
    guard case .packet(let packet) = result else {
        Issue.record("no packet but \(result)", sourceLocation: sourceLocation)
        throw NoPacket()
    }
    return packet
}

struct NoPacket: Error {}

/// The anomalies of an outcome, in the order of their declaration.
func anomalies(_ outcome: Wire.Decoder.Outcome) -> [Anomaly] {
    switch outcome {
    case .packet(let packet): list(packet.anomalies)
    case .notIP: []
    case .undecoded(let set): list(set)
    }
}

func list(_ set: AnomalySet) -> [Anomaly] {
    Anomaly.allCases.filter { set.contains($0) }
}
