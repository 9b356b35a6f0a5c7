import Flow
import NetTypes
import Wire

/// Says which worker a frame is for: the same for all frames between two addresses, so that fragments, FTP's data
/// connections and what else belongs together meet in one inspector.
///
/// The addresses are those of the outermost IP header, since a fragment of a tunnel has no others. What has none goes
/// to the first worker.
struct Dispatcher {
    private let decoder: Decoder
    private let hash: KeyedHash
    private let workers: UInt64
    /// The packet of the last frame, as far as its outermost IP header and what that carries.
    private(set) var packet = Packet()
    /// Whether the last frame was one.
    private var isPacket = false

    init(_ configuration: DecoderConfiguration, _ hash: KeyedHash, workers: Int) {
        var outermost = configuration
        outermost.tunnelDepth = 0
        outermost.verifyChecksums = false
        decoder = Decoder(configuration: outermost)
        self.hash = hash
        self.workers = UInt64(max(workers, 1))
    }

    /// The position of the worker for a frame.
    mutating func worker(_ header: FrameHeader, _ bytes: Span<UInt8>) -> Int {
        isPacket = decoder.decode(bytes, header, into: &packet) == .packet
        guard isPacket, workers > 1 else { return 0 }
        let key = FlowKey(
            Endpoint(address: packet.source, port: 0), Endpoint(address: packet.destination, port: 0),
            transport: TransportProtocol(rawValue: 0), vlans: VLANStack())
        // The high part of a product is spread over the workers evenly.
        return Int(hash(key).multipliedFullWidth(by: workers).high)
    }

    /// The flow of the last frame and where its payload begins, when all of it may be left out: a TCP segment that
    /// neither opens nor ends anything.
    var sheddable: (key: FlowKey, payload: Range<Int>)? {
        guard isPacket, packet.fragment == nil, let tcp = packet.tcp, !packet.payload.isEmpty,
            !tcp.has(TCPHeader.syn), !tcp.has(TCPHeader.fin), !tcp.has(TCPHeader.rst)
        else { return nil }
        let key = FlowKey(
            Endpoint(address: packet.source, port: packet.sourcePort),
            Endpoint(address: packet.destination, port: packet.destinationPort),
            transport: packet.transport, vlans: packet.vlans)
        return (key, packet.payload)
    }
}
