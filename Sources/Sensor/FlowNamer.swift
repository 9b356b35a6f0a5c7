import Capture
import NetTypes
import Wire

/// Says which flow a frame belongs to, by Community ID, without following flows: for recordings and their search.
///
/// Pieces of a datagram belong to the flow that the one with the transport header names, from then on; those that
/// come before it belong to none.
struct FlowNamer {
    /// Flows whose digests are kept; with more all are forgotten, and computed again when they are needed.
    private static let mostFlows = 1 << 16
    /// Datagrams in pieces that are kept apart; with more all are forgotten.
    private static let mostDatagrams = 1 << 12

    /// What makes pieces one datagram. The transport counts in IPv4 only: in IPv6 later pieces may lie about it.
    struct DatagramKey: Hashable {
        let source: IPAddress
        let destination: IPAddress
        let identification: UInt32
        let transport: UInt8
        let vlans: VLANStack
    }

    private let decoder: Decoder
    private var communityID = CommunityID()
    private var digests: [FlowKey: CommunityDigest] = [:]
    private var datagrams: [DatagramKey: CommunityDigest] = [:]
    private var packet = Packet()
    /// The datagram that the last frame was a piece of; nil when it was none.
    private(set) var datagram: DatagramKey?
    /// Pieces of datagrams that were assigned to no flow.
    private(set) var unplaced: UInt64 = 0

    /// One that has seen nothing. How deep tunnels are entered decides which flow it is.
    init(_ configuration: DecoderConfiguration) {
        var configuration = configuration
        configuration.verifyChecksums = false
        decoder = Decoder(configuration: configuration)
    }

    /// The flow of a frame; nil for frames without one.
    mutating func digest(_ header: FrameHeader, _ bytes: Span<UInt8>) -> CommunityDigest? {
        datagram = nil
        guard decoder.decode(bytes, header, into: &packet) == .packet else { return nil }
        guard let fragment = packet.fragment else { return digest(of: packet) }
        let digest = digest(of: fragment, bytes)
        if digest == nil { unplaced += 1 }
        return digest
    }

    private mutating func digest(of fragment: Fragment, _ bytes: Span<UInt8>) -> CommunityDigest? {
        let key = DatagramKey(
            source: packet.source, destination: packet.destination, identification: fragment.identification,
            transport: packet.source.isIPv6 ? 0 : packet.transport.rawValue, vlans: packet.vlans)
        datagram = key
        guard fragment.offset == 0 else { return datagrams[key] }
        guard let inner = beginning(bytes) else { return nil }
        let digest = digest(of: inner)
        if datagrams.count >= Self.mostDatagrams { datagrams.removeAll(keepingCapacity: true) }
        datagrams[key] = digest
        return digest
    }

    /// The packet that a first piece is the beginning of, decoded as if it were all of it.
    private func beginning(_ bytes: Span<UInt8>) -> Packet? {
        let piece = bytes.extracting(packet.payload)
        guard
            var datagram = DatagramHeader.rebuilt(
                header: [UInt8](copying: bytes.extracting(packet.networkHeader)), payloadLength: piece.count,
                transport: packet.transport)
        else { return nil }
        datagram.append(copying: piece)
        guard case .packet(let inner) = decoder.decodeDatagram(datagram.span, inside: packet),
            inner.fragment == nil
        else { return nil }
        return inner
    }

    private mutating func digest(of packet: Packet) -> CommunityDigest? {
        let source = Endpoint(address: packet.source, port: packet.sourcePort)
        let destination = Endpoint(address: packet.destination, port: packet.destinationPort)
        // A Community ID knows no VLANs. Its ends are in the order of the key, of which it is one way as well.
        let key =
            packet.isOneWay
            ? FlowKey(oneWay: source, to: destination, transport: packet.transport, vlans: VLANStack())
            : FlowKey(source, destination, transport: packet.transport, vlans: VLANStack())
        if let known = digests[key] { return known }
        let digest = CommunityDigest(communityID.bytes(key.low, key.high, key.transport, oneWay: true))
        if digests.count >= Self.mostFlows { digests.removeAll(keepingCapacity: true) }
        digests[key] = digest
        return digest
    }
}
