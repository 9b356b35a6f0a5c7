import NetTypes

/// Decodes frames. It keeps no state between them, reads no byte outside the span it is given, allocates
/// nothing, and gives an answer for any bytes.
///
/// Ports of ICMP messages follow Community ID version 1: the source port is the type; the destination port is
/// the type of the counterpart where a request has an answer, otherwise the code, and then the packet is
/// one-way.
public struct Decoder: Sendable {
    /// The limits it keeps.
    public let configuration: DecoderConfiguration

    /// A decoder with these limits.
    public init(configuration: DecoderConfiguration = .init()) {
        self.configuration = configuration
    }

    /// Decodes one frame, down to the innermost IP packet.
    ///
    /// Offsets in the packet count from the start of `bytes`. A tunnel whose content does not parse leaves
    /// its carrier as the packet, so that no payload disappears.
    public func decode(_ bytes: Span<UInt8>, _ header: FrameHeader) -> Outcome {
        var packet = Packet()
        switch decode(bytes, header, into: &packet) {
        case .packet: return .packet(packet)
        case .notIP: return .notIP
        case .undecoded: return .undecoded(packet.anomalies)
        }
    }

    /// The same without moving the packet about, for a loop that decodes every frame. What was in `packet` is
    /// replaced; after `.notIP` it means nothing, and after `.undecoded` only its anomalies do.
    public func decode(
        _ bytes: Span<UInt8>, _ header: FrameHeader, into packet: inout Packet
    ) -> Verdict {
        let captured = bytes.count
        let missing = header.wireLength > captured ? header.wireLength - captured : 0
        var descent = Descent(configuration, end: captured, missing: missing)
        return Self.descend(&descent, from: .first(of: header.linkType), bytes, into: &packet)
    }

    /// Decodes an IP datagram that was put together from fragments, or any bytes that begin with an IP
    /// header.
    ///
    /// VLAN tags and tunnel depth go on from `outer`, the packet it came in; its anomalies are not repeated.
    public func decodeDatagram(_ bytes: Span<UInt8>, inside outer: Packet) -> Outcome {
        var packet = Packet()
        var descent = Descent(configuration, end: bytes.count, missing: 0)
        descent.packet.vlans = outer.vlans
        descent.packet.tunnelDepth = outer.tunnelDepth
        switch Self.descend(&descent, from: .ip, bytes, into: &packet) {
        case .packet: return .packet(packet)
        case .notIP: return .notIP
        case .undecoded: return .undecoded(packet.anomalies)
        }
    }

    @inline(__always)
    private static func descend(
        _ descent: inout Descent, from first: Layer, _ bytes: Span<UInt8>, into packet: inout Packet
    ) -> Verdict {
        switch descent.run(from: first, bytes) {
        case .packet:
            packet = descent.packet
            return .packet
        case .carrier:
            packet = descent.carrier
            return .packet
        case .notIP:
            return .notIP
        case .undecoded:
            packet.anomalies = descent.packet.anomalies
            return .undecoded
        }
    }
}
