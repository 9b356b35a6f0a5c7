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

    /// What the last frame carries of a TCP stream; nil when it is no segment, or a fragment.
    var segment: TCPPayload? {
        guard isPacket, packet.fragment == nil, let tcp = packet.tcp else { return nil }
        let source = Endpoint(address: packet.source, port: packet.sourcePort)
        let destination = Endpoint(address: packet.destination, port: packet.destinationPort)
        return TCPPayload(
            flow: FlowKey(source, destination, transport: packet.transport, vlans: packet.vlans),
            stream: FlowKey(
                oneWay: source, to: destination, transport: packet.transport, vlans: packet.vlans),
            payload: packet.payload, opens: tcp.has(TCPHeader.syn),
            maySkip: !packet.payload.isEmpty && !tcp.has(TCPHeader.syn) && !tcp.has(TCPHeader.fin)
                && !tcp.has(TCPHeader.rst))
    }
}
