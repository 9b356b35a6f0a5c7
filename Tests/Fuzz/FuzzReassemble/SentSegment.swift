import NetTypes
import Wire

/// What a frame held, as the checks need it.
struct SentSegment {
    /// Sequence number of the first payload byte.
    let sequence: UInt32
    let payload: [UInt8]
    /// Sequence number behind everything that it speaks of: payload, missing bytes.
    let end: UInt32
    /// What it acknowledges; nil when it does not.
    let acknowledgement: UInt32?

    init(_ packet: Packet, _ bytes: [UInt8]) {
        let tcp = packet.tcp
        sequence = (tcp?.sequence ?? 0) &+ (tcp?.has(TCPHeader.syn) == true ? 1 : 0)
        payload = Array(bytes[packet.payload])
        end = sequence &+ UInt32(truncatingIfNeeded: packet.payload.count + packet.missingPayload)
        acknowledgement = tcp.flatMap { $0.has(TCPHeader.ack) ? $0.acknowledgement : nil }
    }
}
