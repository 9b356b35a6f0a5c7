import NetTypes

/// DTLS 1.0 to 1.3 (RFC 4347, RFC 6347, RFC 9147): as `TLSParser`, in datagrams. A client that is asked for a cookie
/// sends its hello again; the last one counts.
final class DTLSParser: DatagramParsing {
    private var handshake = Handshake()
    private var toServer: DTLSAssembler
    private var toClient: DTLSAssembler
    private var isEncrypted = false
    private var isReported = false

    private static let handshakeType: UInt8 = 22
    private static let heartbeatType: UInt8 = 24

    init(_ configuration: AppLayerConfiguration) {
        toServer = DTLSAssembler(largestHello: configuration.largestHeader)
        toClient = DTLSAssembler(largestHello: configuration.largestHeader)
    }

    func take(_ datagram: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) {
        let bytes = [UInt8](copying: datagram)
        var rest = bytes[...]
        while !rest.isEmpty {
            let start = rest.startIndex
            switch DTLSRecord.next(&rest) {
            case .plain(Self.handshakeType, let content):
                guard !isReported else { continue }
                take(content, direction, output)
            case .plain(Self.heartbeatType, let content):
                if !Self.isHeartbeat(content) { output.note(.handshakeMalformed) }
            case .plain: continue
            case .encrypted:
                output.encryptedFrom = start
                isEncrypted = true
                if direction != handshake.clientDirection { report(output) }
                return
            case .foreign(let first):
                // Behind a handshake media is encrypted with the keys that it agreed on (RFC 5764).
                if isEncrypted, (128...191).contains(first) { output.encryptedFrom = start }
                return
            case .malformed:
                output.note(.handshakeMalformed)
                return
            }
        }
    }

    private func take(_ content: ArraySlice<UInt8>, _ direction: Direction, _ output: ParserOutput) {
        var messages: [HandshakeMessage] = []
        let isWhole =
            switch direction {
            case .toServer: toServer.take(content, &messages)
            case .toClient: toClient.take(content, &messages)
            }
        if !isWhole { output.note(.handshakeMalformed) }
        for message in messages where !handshake.take(message, direction, isDatagram: true) {
            output.note(.handshakeMalformed)
        }
    }

    /// False for a heartbeat that announces more than its record has room for (RFC 6520 section 4).
    private static func isHeartbeat(_ content: ArraySlice<UInt8>) -> Bool {
        var reader = HandshakeReader(content)
        guard reader.number(1) != nil, let length = reader.number(2) else { return false }
        return length + 16 <= reader.rest.count
    }

    func finish(_ output: ParserOutput) {
        report(output)
    }

    private func report(_ output: ParserOutput) {
        guard !isReported, handshake.isSeen else { return }
        isReported = true
        output.report(.tls, .toServer, number: 0, handshake.fields("d", isEncrypted: isEncrypted))
    }
}
