import NetTypes
import Wire

/// What the table keeps of one flow.
struct FlowSlot {
    let key: FlowKey
    /// The side that opened the flow.
    let client: Endpoint
    /// The side that accepted it.
    let server: Endpoint
    /// True for an ICMP message without an answer.
    let isOneWay: Bool
    let tunnelDepth: UInt8
    /// Position among the TCP flows of the source, from 0; 0 for other protocols.
    let ordinal: UInt64
    let start: Timestamp
    let firstFrame: UInt64
    var last: Timestamp
    /// Capture time when its last packet came: the newest of any packet so far, so that it never goes back.
    var seen: Timestamp
    var lastFrame: UInt64
    var toServer = FlowRecord.Traffic()
    var toClient = FlowRecord.Traffic()
    /// TCP only: the two streams.
    var upstream = TCPStream()
    var downstream = TCPStream()
    var state = FlowRecord.State.new
    var isMidstream = false
    /// One bit for each direction that has had a right checksum.
    var rightChecksums: UInt8 = 0
    /// Anomalies of this flow that have been reported, so that each is reported once.
    var reported = AnomalySet()
    /// A SYN that would begin another flow, and waits for its answer.
    var rivalSYN: UInt32?
    /// The queue of its timeout, its neighbours there, and when it was put at the end.
    var queue = TimeoutQueue.none
    var previous: Int32 = -1
    var following: Int32 = -1
    var queuedAt = Timestamp.zero

    /// A flow as its first packet shows it.
    init(_ packet: Packet, _ key: FlowKey, _ header: FrameHeader, at now: Timestamp, ordinal: UInt64) {
        let source = Endpoint(address: packet.source, port: packet.sourcePort)
        let destination = Endpoint(address: packet.destination, port: packet.destinationPort)
        let answers = packet.tcp.map { $0.has(TCPHeader.syn) && $0.has(TCPHeader.ack) } ?? false
        self.key = key
        client = answers ? destination : source
        server = answers ? source : destination
        isOneWay = packet.isOneWay
        tunnelDepth = packet.tunnelDepth
        self.ordinal = ordinal
        start = header.timestamp
        last = header.timestamp
        seen = now
        firstFrame = header.number
        lastFrame = header.number
    }

    /// Which way a packet of this flow goes.
    @inline(__always)
    func direction(of packet: Packet) -> Direction {
        packet.sourcePort == client.port && packet.source == client.address ? .toServer : .toClient
    }

    /// Counts a packet; `wireBytes` are those of its frame, or frames.
    @inline(__always)
    mutating func count(_ header: FrameHeader, wireBytes: Int, flags: UInt8, _ direction: Direction) {
        last = max(last, header.timestamp)
        lastFrame = header.number
        if direction == .toServer {
            toServer.packets += 1
            toServer.bytes += UInt64(max(0, wireBytes))
            toServer.tcpFlags |= flags
        } else {
            toClient.packets += 1
            toClient.bytes += UInt64(max(0, wireBytes))
            toClient.tcpFlags |= flags
        }
    }
}
