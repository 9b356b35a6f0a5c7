import NetTypes
import Wire

/// A TCP segment as reassembly sees it: where its payload belongs, and where it lies in the frame.
struct Segment {
    let tcp: TCPHeader
    /// Sequence number of the first payload byte: one after the SYN, when there is one.
    let sequence: UInt32
    /// Where the payload lies in the frame.
    let payload: Range<Int>
    /// Payload bytes on the wire behind those, which the capture does not have.
    let missing: Int
    /// True when its checksum is wrong and its sender's are not wrong as a rule.
    let isDoubtful: Bool
    let frame: UInt64
    let timestamp: Timestamp

    @inline(__always)
    init(_ tcp: TCPHeader, _ packet: Packet, _ header: FrameHeader, doubtful: Bool) {
        self.tcp = tcp
        sequence = tcp.has(TCPHeader.syn) ? tcp.sequence &+ 1 : tcp.sequence
        payload = packet.payload
        missing = max(0, packet.missingPayload)
        isDoubtful = doubtful
        frame = header.number
        timestamp = header.timestamp
    }
}
