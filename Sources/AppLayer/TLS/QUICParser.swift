import NetTypes

/// QUIC (RFC 9000, RFC 9001, RFC 9369): reads the hellos, which are in Initial packets under keys that follow from
/// the first of them, reports them as one transaction, and says from where on a datagram is encrypted.
final class QUICParser: DatagramParsing {
    private var handshake = Handshake()
    private var toServer: QUICCryptoStream
    private var toClient: QUICCryptoStream
    private var version: QUICVersion?
    /// The keys that opened a packet of a client last.
    private var keys: (client: QUICInitialKeys, server: QUICInitialKeys)?
    private var clientDirection: Direction?
    private var attempts = 0
    private var isReported = false

    /// Keys derived for a flow. One set is enough, two after a Retry; others are attempts of other connections.
    private static let mostAttempts = 8

    init(_ configuration: AppLayerConfiguration) {
        toServer = QUICCryptoStream(largestHello: configuration.largestHeader)
        toClient = QUICCryptoStream(largestHello: configuration.largestHeader)
    }

    func take(_ datagram: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) {
        guard datagram.count > 0 else { return }
        // Short headers, that is all of a connection but its start, need no copy.
        guard datagram[0] & 0x80 != 0 else {
            output.encryptedFrom = 0
            return
        }
        let bytes = [UInt8](copying: datagram)
        var start = 0
        while start < bytes.count {
            guard let header = QUICLongHeader(bytes[start...]) else {
                // Behind a packet there may be padding or a packet with a short header.
                if bytes[start] & 0x80 != 0 { output.note(.handshakeMalformed) }
                output.encryptedFrom = start
                return
            }
            guard let known = QUICVersion(header.version) else {
                // Version Negotiation is in the clear; what other versions do is not known.
                if header.version != 0 { output.encryptedFrom = start }
                return
            }
            if header.type == known.retryType { return }
            guard header.type == known.initialType else {
                output.encryptedFrom = start
                return
            }
            if !isReported {
                take(Array(bytes[start..<start + header.end]), header, known, direction, output)
            }
            start += max(header.end, 1)
        }
    }

    private func take(
        _ packet: [UInt8], _ header: QUICLongHeader, _ known: QUICVersion, _ direction: Direction,
        _ output: ParserOutput
    ) {
        guard let payload = open(packet, header, known, direction) else {
            if attempts >= Self.mostAttempts { output.note(.handshakeMalformed) }
            return
        }
        version = known
        switch direction {
        case .toServer: take(payload, &toServer, direction, output)
        case .toClient: take(payload, &toClient, direction, output)
        }
        if handshake.client != nil, handshake.server != nil { report(output) }
    }

    /// Tries the keys that are known, then those that follow from the packet, if a client may have sent it.
    private func open(
        _ packet: [UInt8], _ header: QUICLongHeader, _ known: QUICVersion, _ direction: Direction
    ) -> [UInt8]? {
        if let keys, let clientDirection {
            let own = direction == clientDirection ? keys.client : keys.server
            if let payload = own.open(packet, packetNumber: header.packetNumber) { return payload }
            guard direction == clientDirection else { return nil }
        }
        guard attempts < Self.mostAttempts else { return nil }
        attempts += 1
        let derived = QUICInitialKeys.both(known, header.destination)
        guard let payload = derived.client.open(packet, packetNumber: header.packetNumber) else { return nil }
        keys = derived
        clientDirection = direction
        return payload
    }

    private func take(
        _ payload: [UInt8], _ stream: inout QUICCryptoStream, _ direction: Direction, _ output: ParserOutput
    ) {
        if !stream.take(payload[...]) { output.note(.handshakeMalformed) }
        while let message = stream.next() {
            if !handshake.take(message, direction, isDatagram: false) { output.note(.handshakeMalformed) }
        }
        if stream.isMalformed { output.note(.handshakeMalformed) }
    }

    func finish(_ output: ParserOutput) {
        report(output)
    }

    private func report(_ output: ParserOutput) {
        guard !isReported, handshake.isSeen, let version else { return }
        isReported = true
        output.report(.quic, .toServer, number: 0, handshake.quicFields(version: version.name))
    }
}
