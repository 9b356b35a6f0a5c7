import FuzzSupport
import NetTypes
import Wire

/// Decodes one frame: link type, two bytes of what the wire had more than the capture, limits, and the
/// frame.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDecode(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Safe: the fuzzer lends `count` bytes for this call, and nothing keeps the span. Frames are looked at
    // where they lie, so that the address sanitizer sees the byte behind their end.
    let lent = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    decode(unsafe lent.span)
    return 0
}

private let headerLength = 4

private func decode(_ input: Span<UInt8>) {
    guard input.count >= headerLength else { return }
    let frame = input.extracting(headerLength..<input.count)
    let beyond = Int(Int16(bitPattern: UInt16(input[1]) | UInt16(input[2]) << 8))
    let wireLength = beyond == Int16.max ? Int(UInt32.max) : frame.count + beyond
    let header = FrameHeader(
        number: 1, timestamp: .zero, wireLength: wireLength, linkType: .fuzzed(input[0]))
    let decoder = Decoder(configuration: configuration(input[3]))
    let outcome = decoder.decode(frame, header)
    PacketInvariants.check(outcome, count: frame.count, missing: max(0, wireLength - frame.count))
    check(outcome, frame, decoder)
    PacketInvariants.check(
        decoder.decodeDatagram(frame, inside: Packet()), count: frame.count, missing: 0)
}

/// Zero stands for the limits as they are by default.
private func configuration(_ byte: UInt8) -> DecoderConfiguration {
    guard byte != 0 else { return DecoderConfiguration() }
    return DecoderConfiguration(
        tunnelDepth: Int(byte & 0x07), layers: 1 + Int(byte >> 3 & 0x0f), verifyChecksums: byte < 0x80)
}

private func check(_ outcome: Decoder.Outcome, _ frame: Span<UInt8>, _ decoder: Decoder) {
    guard case .packet(let packet) = outcome else { return }
    let limits = decoder.configuration
    precondition(Int(packet.tunnelDepth) <= limits.tunnelDepth, "deeper than the limit")
    precondition(limits.verifyChecksums || packet.checksum != .right, "a checksum that nobody computed")
    if packet.fragment != nil {
        let rebuilt = DatagramHeader.rebuilt(
            header: [UInt8](copying: frame.extracting(packet.networkHeader)), payloadLength: 8,
            transport: packet.transport)
        precondition(rebuilt?.count == packet.networkHeader.count, "no datagram can be made of a fragment")
    }
    // A payload is like what a defragmenter hands back: any bytes.
    let payload = frame.extracting(packet.payload)
    let inner = decoder.decodeDatagram(payload, inside: packet)
    PacketInvariants.check(inner, count: payload.count, missing: 0)
    if case .packet(let inner) = inner {
        precondition(inner.tunnelDepth >= packet.tunnelDepth, "a datagram came out of its tunnel")
        precondition(inner.vlans.depth >= packet.vlans.depth, "a datagram lost its tags")
    }
}
