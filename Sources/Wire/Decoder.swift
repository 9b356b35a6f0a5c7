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
    /// Offsets in the packet count from the start of `bytes`. A tunnel whose content does not parse leaves its
    /// carrier as the packet, so that no payload disappears.
    public func decode(_ bytes: Span<UInt8>, _ header: FrameHeader) -> Outcome {
        let captured = bytes.count
        let missing = header.wireLength > captured ? header.wireLength - captured : 0
        var descent = Descent(configuration, end: captured, missing: missing)
        return descent.run(from: .first(of: header.linkType), bytes)
    }

    /// Decodes an IP datagram that was put together from fragments, or any bytes that begin with an IP header.
    ///
    /// VLAN tags and tunnel depth go on from `outer`, the packet it came in; its anomalies are not repeated.
    public func decodeDatagram(_ bytes: Span<UInt8>, inside outer: Packet) -> Outcome {
        var descent = Descent(configuration, end: bytes.count, missing: 0)
        descent.packet.vlans = outer.vlans
        descent.packet.tunnelDepth = outer.tunnelDepth
        return descent.run(from: .ip, bytes)
    }
}
