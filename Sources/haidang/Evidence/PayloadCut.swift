import NetTypes
import Wire

/// Says how much of a frame goes without its payload: everything up to the end of the transport header.
struct PayloadCut {
    private let decoder: Decoder

    /// One that decodes as the sensor did, so that it finds the same innermost packet.
    init(_ configuration: DecoderConfiguration) {
        var configuration = configuration
        configuration.verifyChecksums = false
        decoder = Decoder(configuration: configuration)
    }

    /// Bytes of the frame in front of its payload. A piece of a datagram is payload after its IP header, and so is what
    /// follows a header that does not parse. Nothing of a frame that cannot be decoded is known not to be payload.
    func length(_ header: FrameHeader, _ bytes: Span<UInt8>) -> Int {
        guard case .packet(let packet) = decoder.decode(bytes, header) else { return 0 }
        // Where a TCP header does not parse, nobody knows where it ends, and the payload is empty by convention.
        if packet.transport == .tcp, packet.tcp == nil, packet.fragment == nil { return 0 }
        return packet.payload.lowerBound
    }
}
